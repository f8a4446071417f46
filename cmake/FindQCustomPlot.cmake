# SPDX-License-Identifier: GPL-3.0-or-later
# Finds QCustomPlot built for Qt 6. (A package configuration named QCustomPlot, as Debian ships
# beside it, is the Qt 5 build; this module comes before it.)
#
# Sets:     QCustomPlot_FOUND, QCustomPlot_VERSION
# Provides: QCustomPlot::QCustomPlot, with Qt6::Widgets and Qt6::PrintSupport
include(FindPackageHandleStandardArgs)

find_package(Qt6 QUIET COMPONENTS Widgets PrintSupport)
find_package(QCustomPlotQt6 CONFIG QUIET)
find_path(QCustomPlot_INCLUDE_DIR qcustomplot.h)
if(TARGET QCustomPlotQt6::QCustomPlotQt6)
    set(QCustomPlot_LIBRARY QCustomPlotQt6::QCustomPlotQt6)
else()
    find_library(QCustomPlot_LIBRARY NAMES QCustomPlotQt6 qcustomplotqt6 qcustomplot-qt6)
endif()
if(QCustomPlot_INCLUDE_DIR)
    file(STRINGS "${QCustomPlot_INCLUDE_DIR}/qcustomplot.h" _qcustomplot_version
         REGEX "#define QCUSTOMPLOT_VERSION_STR")
    string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" QCustomPlot_VERSION "${_qcustomplot_version}")
    unset(_qcustomplot_version)
endif()
find_package_handle_standard_args(
    QCustomPlot REQUIRED_VARS QCustomPlot_LIBRARY QCustomPlot_INCLUDE_DIR Qt6_FOUND
    VERSION_VAR QCustomPlot_VERSION REASON_FAILURE_MESSAGE "install libqcustomplot-dev")

if(QCustomPlot_FOUND AND NOT TARGET QCustomPlot::QCustomPlot)
    add_library(QCustomPlot::QCustomPlot INTERFACE IMPORTED)
    set_target_properties(
        QCustomPlot::QCustomPlot
        PROPERTIES INTERFACE_LINK_LIBRARIES "${QCustomPlot_LIBRARY};Qt6::Widgets;Qt6::PrintSupport"
                   INTERFACE_INCLUDE_DIRECTORIES "${QCustomPlot_INCLUDE_DIR}")
endif()
