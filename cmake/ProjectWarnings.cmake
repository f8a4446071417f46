# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings of our own code; third-party headers are SYSTEM and stay silent.
option(QUANTOSCOPE_WARNINGS_AS_ERRORS "Treat warnings as errors" OFF)

add_library(quantoscope_warnings INTERFACE)
target_compile_options(
    quantoscope_warnings
    INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-align
              -Woverloaded-virtual -Wconversion -Wno-sign-conversion -Wdouble-promotion -Wnull-dereference
              -Wimplicit-fallthrough)
# GCC 12 reports null dereferences and overlapping copies inside inlined std containers and strings that
# cannot happen.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(quantoscope_warnings INTERFACE -Wno-null-dereference -Wno-restrict)
endif()
if(QUANTOSCOPE_WARNINGS_AS_ERRORS)
    target_compile_options(quantoscope_warnings INTERFACE -Werror)
endif()

# Qt without implicit conversions between bytes and text.
add_library(quantoscope_strict_qt INTERFACE)
target_compile_definitions(
    quantoscope_strict_qt INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
                                    QT_USE_QSTRINGBUILDER QT_NO_KEYWORDS)
