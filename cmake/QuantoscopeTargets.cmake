# SPDX-License-Identifier: GPL-3.0-or-later
# The three kinds of targets this project has.

# quantoscope_add_room(<name> SOURCES ... [LINK ...] [PRIVATE_LINK ...])
# One static library per room, quantoscope_<name>, including headers as "core/<room>/...".
function(quantoscope_add_room name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(quantoscope_${name} STATIC ${arg_SOURCES})
    target_include_directories(quantoscope_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(quantoscope_${name} PUBLIC ${arg_LINK}
                                              PRIVATE ${arg_PRIVATE_LINK} quantoscope_warnings)
endfunction()

# quantoscope_add_test(<name> SOURCES ... [LINK ...] [LABELS ...] [TIMEOUT s])
# A Qt Test executable, registered with ctest under its own name.
function(quantoscope_add_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    if(NOT arg_LABELS)
        set(arg_LABELS unit)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE ${arg_LINK} Qt6::Test quantoscope_warnings)
    target_compile_definitions(
        ${name}
        PRIVATE QUANTOSCOPE_SHARED_DATA="${PROJECT_SOURCE_DIR}/../shared/data"
                QUANTOSCOPE_SAMPLES="${PROJECT_SOURCE_DIR}/samples"
                QUANTOSCOPE_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(
        ${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
                           ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endfunction()

# quantoscope_add_peer_test(<name> SCRIPT <file.py> [ARGS ...] [TIMEOUT s])
# A Python script that runs a peer tool (onnxruntime, Pillow, ...) from the test environment.
function(quantoscope_add_peer_test name)
    cmake_parse_arguments(arg "" "SCRIPT;TIMEOUT" "ARGS" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 600)
    endif()
    if(NOT QUANTOSCOPE_TEST_PYTHON)
        message(STATUS "Peer test ${name} is left out: QUANTOSCOPE_TEST_PYTHON is not set")
        return()
    endif()
    add_test(NAME ${name} COMMAND ${QUANTOSCOPE_TEST_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/${arg_SCRIPT}
                                  ${arg_ARGS})
    set_tests_properties(
        ${name}
        PROPERTIES LABELS peer TIMEOUT ${arg_TIMEOUT} SKIP_RETURN_CODE 77
                   ENVIRONMENT "QUANTOSCOPE_SHARED_DATA=${PROJECT_SOURCE_DIR}/../shared/data;QUANTOSCOPE_SAMPLES=${PROJECT_SOURCE_DIR}/samples")
endfunction()
