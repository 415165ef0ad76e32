#!/bin/sh
# Prints the home of a JDK that is new enough: JAVA_HOME's if it is, else the one on PATH, else the newest in the
# folders where JDKs usually lie. Usage: find-jdk.sh [LEAST_VERSION]
least=${1:-21}

# The feature version (21, 25) of the JDK at $1; nothing when there is no JDK.
version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release"
}

# The home of the java that PATH finds, through every symbolic link.
on_path() {
  java=$(command -v java 2>/dev/null) || return 0
  while [ -L "$java" ]; do
    target=$(readlink "$java")
    case $target in
      /*) java=$target ;;
      *) java=$(dirname "$java")/$target ;;
    esac
  done
  (cd "$(dirname "$java")/.." 2>/dev/null && pwd -P)
}

for home in "${JAVA_HOME:-}" "$(on_path)"; do
  [ -n "$home" ] || continue
  found=$(version "$home")
  if [ "${found:-0}" -ge "$least" ]; then
    printf '%s\n' "$home"
    exit 0
  fi
done

newest=0
newest_home=
for home in /usr/lib/jvm/* /usr/local/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-/nowhere}"/.sdkman/candidates/java/* \
  "${HOME:-/nowhere}"/.jdks/* "${HOME:-/nowhere}"/.asdf/installs/java/* \
  /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
  found=$(version "$home")
  if [ "${found:-0}" -ge "$least" ] && [ "$found" -gt "$newest" ]; then
    newest=$found
    newest_home=$home
  fi
done
if [ -z "$newest_home" ]; then
  echo "No JDK $least or newer was found: neither by JAVA_HOME, nor on PATH, nor in the usual folders." >&2
  echo "Install one (https://adoptium.net has them for every system) or set JAVA_HOME to it." >&2
  exit 1
fi
printf '%s\n' "$newest_home"
