#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings a Debian 12, Debian 13 or Ubuntu 24.04 machine to the point where Quantoscope builds:
# installs the missing packages with apt and unpacks OpenVINO into build/deps/openvino. When
# nothing is missing it needs neither root nor a network.
#
#   packaging/setup.sh              to build and run
#   packaging/setup.sh --tests      also what packaging/check.sh needs
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
depsDir=$root/build/deps
venvDir=$root/build/venv

buildPackages=(
    build-essential cmake ninja-build ccache pkg-config git ca-certificates
    python3 python3-pip python3-venv
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl1-mesa-dev libopengl-dev
    qt6-image-formats-plugins qt6-translations-l10n
    fonts-dejavu-core fonts-droid-fallback fonts-ipafont-gothic
    libqcustomplot-dev libonnx-dev libprotobuf-dev protobuf-compiler
    libeigen3-dev nlohmann-json3-dev libexpected-dev libcli11-dev graphviz
)
testPackages=(xvfb xauth dbus)
# Wanted by the checks, but not in every distribution.
optionalTestPackages=(clang-format-19 mold)

say() { printf '== %s\n' "$*"; }

fail()
{
    printf 'setup: %s\n' "$*" >&2
    exit 1
}

isInstalled() { [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

isOffered() { [[ $(apt-cache policy "$1" 2>/dev/null) =~ Candidate:\ [^\(] ]]; }

# Prints those of its arguments that are not installed.
notInstalled()
{
    local package
    for package in "$@"; do
        isInstalled "$package" || printf '%s\n' "$package"
    done
}

# Qt's SVG headers have two package names, and newer distributions keep the plugins that draw SVG
# icons in a package of their own. Prints what is missing of them.
missingSvgPackages()
{
    if ! isInstalled qt6-svg-dev && ! isInstalled libqt6svg6-dev; then
        if isOffered libqt6svg6-dev && ! isOffered qt6-svg-dev; then
            echo libqt6svg6-dev
        else
            echo qt6-svg-dev
        fi
    fi
    if isOffered qt6-svg-plugins; then
        notInstalled qt6-svg-plugins
    fi
}

# Runs a command as root, directly or through sudo.
asRoot()
{
    if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

updatePackageLists()
{
    say "Reading the package lists"
    asRoot apt-get update -q || fail "apt-get update failed; its message is above"
}

installPackages()
{
    say "Installing $*"
    asRoot env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "$@" ||
        fail "apt-get could not install: $*"
}

requireApt()
{
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        fail "this script knows Debian and Ubuntu only; on another system install the" \
            "equivalents of: ${buildPackages[*]} qt6-svg-dev"
    fi
}

requireRootFor()
{
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        fail "neither root nor sudo; ask an administrator to run:" \
            "apt-get install --no-install-recommends $*"
    fi
}

# installMissing <wanted>...   Qt's SVG packages are always among them.
installMissing()
{
    local missing
    mapfile -t missing < <(notInstalled "$@" && missingSvgPackages)
    if ((${#missing[@]} == 0)); then
        return
    fi
    requireRootFor "${missing[@]}"
    updatePackageLists
    mapfile -t missing < <(notInstalled "$@" && missingSvgPackages)
    installPackages "${missing[@]}"
}

installOptional()
{
    local package
    for package in $(notInstalled "$@"); do
        if ! isOffered "$package"; then
            say "This distribution does not offer $package; the checks that need it are skipped"
        elif ((EUID != 0)) && ! command -v sudo >/dev/null; then
            say "Without root or sudo $package stays missing; the checks that need it are skipped"
        else
            installPackages "$package"
        fi
    done
}

# The wheel's platform tag for this machine's processor.
wheelPlatform()
{
    case $(uname -m) in
        x86_64) echo manylinux_2_28_x86_64 ;;
        aarch64) echo manylinux_2_35_aarch64 ;;
        *) fail "there is no OpenVINO wheel for $(uname -m); install OpenVINO and set OpenVINO_DIR" ;;
    esac
}

hasInstalledOpenVino()
{
    local probe status=0
    probe=$(mktemp -d)
    cmake -S "$root/packaging/openvino-probe" -B "$probe" >/dev/null 2>&1 || status=$?
    rm -rf "$probe"
    return "$status"
}

# Downloads the pinned wheel and unpacks it beside its place, so that a stop leaves no half copy.
fetchOpenVino()
{
    local platform part=$depsDir/openvino.part requirements=$root/packaging/openvino-requirements.txt
    platform=$(wheelPlatform)
    say "Fetching OpenVINO for $platform (pinned by hash)"
    rm -rf "$part"
    mkdir -p "$part/wheel"
    python3 -m pip download --quiet --disable-pip-version-check --require-hashes --no-deps \
        --only-binary :all: --python-version 3.11 --implementation cp --abi cp311 \
        --platform "$platform" --dest "$part/wheel" --requirement "$requirements" ||
        fail "the OpenVINO wheel could not be fetched; pip's message is above"
    python3 -m zipfile -e "$part"/wheel/openvino-*.whl "$part/openvino"
    sha256sum <"$requirements" >"$part/openvino/pinned.sha256"
    rm -rf "$depsDir/openvino"
    mv "$part/openvino" "$depsDir/openvino"
    rm -rf "$part"
}

setupOpenVino()
{
    local pinned
    pinned=$(sha256sum <"$root/packaging/openvino-requirements.txt")
    if [[ -n ${QUANTOSCOPE_OPENVINO_DIR:-} ]]; then
        [[ -e $QUANTOSCOPE_OPENVINO_DIR/openvino/cmake/OpenVINOConfig.cmake ]] ||
            fail "QUANTOSCOPE_OPENVINO_DIR=$QUANTOSCOPE_OPENVINO_DIR holds no unpacked openvino wheel"
        say "OpenVINO: $QUANTOSCOPE_OPENVINO_DIR (QUANTOSCOPE_OPENVINO_DIR)"
    elif [[ $(cat "$depsDir/openvino/pinned.sha256" 2>/dev/null) == "$pinned" ]]; then
        say "OpenVINO: build/deps/openvino"
    elif hasInstalledOpenVino; then
        say "OpenVINO: the installed one"
        rm -rf "$depsDir/openvino"
    else
        fetchOpenVino
    fi
}

# The Python environment of the peer tools, made again when the requirements change.
setupTestPython()
{
    local requirements=$root/packaging/test-requirements.txt pinned
    pinned=$(sha256sum <"$requirements")
    if [[ $(cat "$venvDir/pinned.sha256" 2>/dev/null) == "$pinned" ]] &&
        "$venvDir/bin/python" -c "import onnxruntime, openvino" 2>/dev/null; then
        say "Peer tools: build/venv"
        return
    fi
    say "Installing the peer tools into build/venv"
    rm -rf "$venvDir"
    python3 -m venv "$venvDir"
    "$venvDir/bin/python" -m pip install --quiet --disable-pip-version-check \
        --only-binary :all: --requirement "$requirements" ||
        fail "the peer tools could not be installed; pip's message is above"
    echo "$pinned" >"$venvDir/pinned.sha256"
}

setupToBuild()
{
    requireApt
    installMissing "${buildPackages[@]}"
    setupOpenVino
}

setupToTest()
{
    requireApt
    installMissing "${buildPackages[@]}" "${testPackages[@]}"
    installOptional "${optionalTestPackages[@]}"
    setupOpenVino
    setupTestPython
}

case ${1:-} in
    "") setupToBuild ;;
    --tests) setupToTest ;;
    *) fail "unknown option $1; usage: packaging/setup.sh [--tests]" ;;
esac
