#!/usr/bin/env node
// The command line of Nod; `npm ci` builds dist.
import '../dist/src/cli/nod.js';
