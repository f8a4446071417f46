# SPDX-License-Identifier: GPL-3.0-or-later
# Finds OpenVINO 2024 or newer, in this order:
#   1. OpenVINO_DIR, given with -D or in the environment;
#   2. QUANTOSCOPE_OPENVINO_DIR in the environment: an unpacked `openvino` wheel;
#   3. the wheel that packaging/setup.sh unpacks into build/deps/openvino;
#   4. an installed one, wherever find_package looks.
#
# Read:     OpenVINO_DIR, $ENV{OpenVINO_DIR}, $ENV{QUANTOSCOPE_OPENVINO_DIR}
# Sets:     OpenVINO_DIR (cache), OpenVINO_VERSION, OpenVINO_FOUND
# Provides: openvino::runtime, an imported target with SYSTEM includes; programs in the build
#           tree find its libraries by their run path.
include_guard(GLOBAL)

set(_openvino_hints
    "$ENV{QUANTOSCOPE_OPENVINO_DIR}" "${PROJECT_SOURCE_DIR}/build/deps/openvino"
    "${PROJECT_BINARY_DIR}/deps/openvino")
if(NOT OpenVINO_DIR AND NOT DEFINED ENV{OpenVINO_DIR})
    foreach(_hint IN LISTS _openvino_hints)
        if(_hint AND EXISTS "${_hint}/openvino/cmake/OpenVINOConfig.cmake")
            set(OpenVINO_DIR "${_hint}/openvino/cmake" CACHE PATH "OpenVINO's CMake package" FORCE)
            break()
        endif()
    endforeach()
endif()
unset(_hint)
unset(_openvino_hints)

# No version here: OpenVINO's own version file calls only equal years compatible.
find_package(OpenVINO CONFIG QUIET COMPONENTS Runtime)
if(NOT OpenVINO_FOUND)
    message(FATAL_ERROR "OpenVINO was not found. Run packaging/setup.sh, which unpacks it into "
                        "build/deps/openvino, or set OpenVINO_DIR to the folder of "
                        "OpenVINOConfig.cmake.")
elseif(OpenVINO_VERSION VERSION_LESS 2024)
    message(FATAL_ERROR "OpenVINO ${OpenVINO_VERSION} in ${OpenVINO_DIR} is too old: 2024 or newer "
                        "is needed. Run packaging/setup.sh, then configure with "
                        "-DOpenVINO_DIR=${PROJECT_SOURCE_DIR}/build/deps/openvino/openvino/cmake.")
endif()
message(STATUS "OpenVINO ${OpenVINO_VERSION}: ${OpenVINO_DIR}")
