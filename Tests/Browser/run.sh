#!/usr/bin/env bash
# The workbench in a real browser: Debian's chromium, driven by Playwright from PyPI in an environment of
# its own outside the repository. Where chromium is missing the tests are skipped, and that is said.
# Usage: Tests/Browser/run.sh PROGRAM [SCREENSHOTS]
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:?the path of demarche-workbench}
export SCREENSHOTS=${2:-}

chromium=$(command -v chromium || command -v chromium-browser || true)
if [ -z "$chromium" ]; then
  echo "browser tests: SKIPPED, chromium is not installed (apt-get install chromium)"
  exit 0
fi
home=${XDG_CACHE_HOME:-$HOME/.cache}/demarche/browser-tests
if ! [ -x "$home/bin/python" ] || ! "$home/bin/python" -c "import playwright, axe_playwright_python" 2>/dev/null; then
  if ! { python3 -m venv "$home" && "$home/bin/pip" install --quiet playwright==1.65.0 axe-playwright-python==0.1.8; }; then
    echo "browser tests: SKIPPED, Playwright could not be installed"
    exit 0
  fi
fi
export CHROMIUM=$chromium PROGRAM=$program
exec "$home/bin/python" -m unittest discover --start-directory Tests/Browser --verbose
