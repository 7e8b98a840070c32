# shellcheck shell=bash
# Sourced by serve and test. Each setup_* function looks whether what it names is there in the right version, gets it where it
# is not, and puts it on PATH; it says what it does and about how long that takes, or ends with one sentence.
#
#   FACTBOX_TOOLS   folder of the tools; default .tools in the checkout. Can be shared by several checkouts.
#   FACTBOX_RUST    rustup: only rustup's toolchain; debian: only Debian's; else rustup's where it has the Wasm target.

set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools=${FACTBOX_TOOLS:-$root/.tools}
logs=$tools/log
wasm=wasm32-unknown-unknown

trunk_version=0.21.14
node_at_least=18

cd "$root" || exit 1
mkdir -p "$logs" && tools=$(cd "$tools" && pwd) && logs=$tools/log || exit 1
PATH=$tools/bin:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin
export PATH

say() { printf '» %s\n' "$*"; }

fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# quietly WHAT HOW_LONG LOG COMMAND…: says what is done, keeps the output in a log, shows its end where the command fails.
quietly() {
    local what=$1 how_long=$2 log=$logs/$3.log start=$SECONDS
    shift 3
    say "$what ($how_long)"
    if "$@" >"$log" 2>&1 </dev/null; then
        say "  done in $((SECONDS - start)) s"
    else
        tail -n 20 "$log" >&2
        return 1
    fi
}

# ---- Debian packages ----

on_debian() { [ -r /etc/debian_version ] && has apt-get; }

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# The package lists of a fresh image are empty or old, so a failure is followed by one update and one more try.
# Nothing of the user's is removed to make room.
apt_get() {
    local get=(as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120)
    "${get[@]}" install -y --no-install-recommends --no-remove "$@" && return
    "${get[@]}" update && "${get[@]}" install -y --no-install-recommends --no-remove "$@"
}

# apt_install HOW_LONG PACKAGE…: those that are missing.
apt_install() {
    local how_long=$1 package missing=()
    shift
    for package in "$@"; do is_installed "$package" || missing+=("$package"); done
    [ ${#missing[@]} = 0 ] && return
    if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
        fail "Debian packages are missing; run this once: sudo apt-get install --no-install-recommends ${missing[*]}"
    fi
    quietly "Installing ${missing[*]}" "$how_long" apt apt_get "${missing[@]}" || fail "apt-get could not install ${missing[*]}; see $logs/apt.log"
}

# ---- Rust with the Wasm target ----

rust_at_least=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)

minor() { local version=${1#*.}; printf '%s' "${version%%.*}"; }

rust_version() { rustc --version 2>/dev/null | cut -d' ' -f2; }

rust_is_new_enough() {
    local version
    version=$(rust_version)
    [ -n "$version" ] && has cargo && [ "$(minor "$version")" -ge "$(minor "$rust_at_least")" ]
}

has_wasm_std() {
    local folder
    folder=$(rustc --print target-libdir --target $wasm 2>/dev/null) && compgen -G "$folder/libstd-*.rlib" >/dev/null
}

has_lints() { cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1; }

# setup_rust [lints]: cargo and rustc with the standard library for Wasm; with "lints" rustfmt and clippy as well.
setup_rust() {
    local lints=${1:-} why
    case ${FACTBOX_RUST:-} in
        debian) debian_rust "$lints" && return ;;
        rustup) present_rust "$lints" && return ;;
        '') { present_rust "$lints" || debian_rust "$lints"; } && return ;;
        *) why="FACTBOX_RUST is \"$FACTBOX_RUST\"; it can be rustup or debian" ;;
    esac
    fail "${why:?}"
}

# The toolchain that is there already, with what rustup can add to it. Where this fails, `why` says so.
present_rust() {
    local lints=$1
    if ! rust_is_new_enough; then
        why="Rust $rust_at_least or newer is needed and $(rust_version | grep . || echo none) was found; get it from https://rustup.rs or with: rustup update stable"
        return 1
    fi
    if ! has_wasm_std; then
        why="this Rust has no standard library for $wasm, and there is no rustup to add it; get one from https://rustup.rs"
        has rustup || return 1
        why="rustup could not add the target $wasm"
        # Once Debian's Rust had to be taken, the next run does not wait for rustup to fail again.
        [ "${FACTBOX_RUST:-}" != rustup ] && debian_std_is_built && return 1
        quietly "Adding the target $wasm with rustup" "10 s" rustup rustup target add $wasm && has_wasm_std || return 1
    fi
    if [ "$lints" ] && ! has_lints; then
        why="this Rust has no rustfmt or no clippy, and there is no rustup to add them; get one from https://rustup.rs"
        has rustup || return 1
        why="rustup could not add rustfmt and clippy"
        quietly "Adding rustfmt and clippy with rustup" "10 s" rustup rustup component add rustfmt clippy && has_lints || return 1
    fi
    say "Rust $(rust_version)"
}

# Debian's own toolchain has no standard library for Wasm, but its sources: built once, into a sysroot of ours.
# Nothing outside the tools folder changes but Debian's packages.
debian_rust() {
    local lints=$1 tool
    if ! on_debian; then
        why=${why:-"FACTBOX_RUST=debian needs a Debian machine with apt-get"}
        return 1
    fi
    [ "${why:-}" ] && say "Taking Debian's Rust: $why"
    # A fresh image can know an old rustc-web, or none.
    is_installed rustc-web || quietly "Updating the package lists" "5 s" apt as_root apt-get -qq update
    apt-cache show rust-web-llvm >/dev/null 2>&1 || { why="this Debian has no Rust as new as $rust_at_least; get it from https://rustup.rs"; return 1; }
    local llvm
    llvm=$(apt-cache depends rust-web-llvm | sed -n 's/.*Depends: llvm-\([0-9]*\)$/\1/p')
    # shellcheck disable=SC2046
    apt_install "30 s" rustc-web cargo-web rust-web-src rust-web-llvm "lld-${llvm:?}" $([ "$lints" ] && echo rustfmt-web rust-web-clippy)

    # First on PATH, so that cargo, trunk and cargo's subcommands find one another, and not rustup's.
    mkdir -p "$tools/rust/bin"
    for tool in cargo rustc rustdoc rustfmt cargo-fmt cargo-clippy clippy-driver; do
        [ -e "/usr/bin/$tool" ] && ln -sf "/usr/bin/$tool" "$tools/rust/bin/$tool"
    done
    PATH=$tools/rust/bin:$PATH
    unset RUSTC RUSTDOC RUSTUP_TOOLCHAIN
    rust_is_new_enough || { why="Debian's Rust is $(rust_version), and $rust_at_least or newer is needed; get it from https://rustup.rs"; return 1; }

    debian_std_is_built || quietly "Building the standard library for $wasm, once" "1 minute" std build_debian_std ||
        fail "the standard library for $wasm could not be built; see $logs/std.log"
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--sysroot=$tools/rust/sysroot ${CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS:-}"
    # Two toolchains on one folder would rebuild everything at each change.
    export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target/debian}
    say "Rust $(rust_version), Debian's, with its standard library for Wasm"
}

debian_std_is_built() { cmp -s "$tools/rust/sysroot/built-by" <(/usr/bin/rustc -vV 2>/dev/null); }

build_debian_std() {
    local build=$tools/build/std sysroot=$tools/rust/sysroot libraries=$tools/rust/sysroot/lib/rustlib part
    rm -rf "$build" "$sysroot"
    mkdir -p "$build/src" "$libraries/$wasm/lib" || return
    printf '[package]\nname = "empty"\nedition = "2021"\n\n[profile.release]\npanic = "abort"\n\n[workspace]\n' >"$build/Cargo.toml"
    printf '#![no_std]\n' >"$build/src/lib.rs"
    # Without embedded bitcode, a build with link-time optimisation cannot take these libraries in.
    RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes cargo build --release --target $wasm --target-dir "$build/target" \
        --manifest-path "$build/Cargo.toml" -Z build-std=std,panic_abort,panic_unwind,test,proc_macro || return
    rm "$build/target/$wasm/release/deps/"libempty-*.rlib || return
    cp "$build/target/$wasm/release/deps/"*.rlib "$libraries/$wasm/lib/" || return
    for part in /usr/lib/rustlib/*; do
        [ -e "$libraries/${part##*/}" ] || ln -s "$part" "$libraries/" || return
    done
    rm -rf "$build"
    /usr/bin/rustc -vV >"$sysroot/built-by"
}

# ---- Trunk and wasm-bindgen ----

is_version() { has "$1" && [ "$("$1" --version 2>/dev/null | cut -d' ' -f2)" = "$2" ]; }

# Speed of the build counts more here than speed of the tool, and both share most of their crates.
cargo_install() {
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 \
        cargo install --root "$tools" --target-dir "$tools/build/tools" --force "$@"
}

# The lock file of a release can name a crate that a mirror of the registry does not hold yet.
install_bindgen() { cargo_install "$@" --locked || cargo_install "$@"; }

setup_trunk() {
    local bindgen_version
    bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)
    [ "$bindgen_version" ] || fail "Cargo.lock names no version of wasm-bindgen"
    # No default features: everything that Trunk would download is on PATH already, so it needs no TLS.
    is_version trunk "$trunk_version" ||
        quietly "Building Trunk $trunk_version, once" "4 minutes" trunk cargo_install trunk --version "$trunk_version" --locked --no-default-features ||
        fail "Trunk $trunk_version could not be built; see $logs/trunk.log"
    { is_version wasm-bindgen "$bindgen_version" && is_version wasm-bindgen-test-runner "$bindgen_version"; } ||
        quietly "Building wasm-bindgen $bindgen_version, once" "2 minutes" wasm-bindgen install_bindgen wasm-bindgen-cli --version "$bindgen_version" ||
        fail "wasm-bindgen-cli $bindgen_version could not be built; see $logs/wasm-bindgen.log"
    rm -rf "$tools/build"
    say "Trunk $trunk_version, wasm-bindgen $bindgen_version"
}

# ---- Node, its packages, a browser ----

setup_node() {
    local missing=()
    has node || missing+=(nodejs)
    has npm || missing+=(npm)
    if [ ${#missing[@]} != 0 ]; then
        on_debian || fail "Node $node_at_least or newer with npm is needed; get it from https://nodejs.org"
        apt_install "1 minute" "${missing[@]}"
    fi
    [ "$(node -p 'parseInt(process.versions.node)')" -ge $node_at_least ] || fail "Node $node_at_least or newer is needed, and $(node --version) was found"
    # The lock file of the last `npm ci` lies in the folder that it filled.
    if ! cmp -s package-lock.json node_modules/.installed-from; then
        PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 quietly "Installing the packages of package-lock.json" "5 s" npm npm ci --no-audit --no-fund --loglevel=error ||
            fail "npm could not install the packages of package-lock.json; see $logs/npm.log"
        cp package-lock.json node_modules/.installed-from
    fi
    PATH=$root/node_modules/.bin:$PATH
    wasm-opt --version >/dev/null 2>&1 || fail "wasm-opt of the npm package binaryen does not run"
    say "Node $(node --version), $(wasm-opt --version)"
}

# Sets CHROMIUM, which the browser tests start.
setup_browser() {
    local name
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if [ "$name" ] && has "$name"; then
            CHROMIUM=$(command -v "$name")
            export CHROMIUM
            say "Browser: $CHROMIUM"
            return
        fi
    done
    on_debian || fail "the browser tests need Chromium or Chrome; install one, or name it: CHROMIUM=/path/to/it"
    apt_install "15 s" chromium
    has chromium || fail "the browser tests need Chromium, and the package chromium brought none"
    CHROMIUM=$(command -v chromium)
    export CHROMIUM
}

# Trunk takes NO_COLOR=1, which others understand, for a mistake.
build_page() { env -u NO_COLOR trunk build --release; }
