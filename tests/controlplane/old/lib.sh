# Sourced by the scripts beside it.
source "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"
old_bin=$cache/old-$(sha256sum <"$here/old/build" | cut -c1-16)/bin
