# SPDX-License-Identifier: GPL-3.0-or-later
# What the project builds on, each found once here.
find_package(Threads REQUIRED)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui)
if(QUANTOSCOPE_GUI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets Svg PrintSupport Concurrent)
endif()
if(QUANTOSCOPE_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
