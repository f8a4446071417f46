# SPDX-License-Identifier: GPL-3.0-or-later
# Finds ONNX's C++ library (model files, checker, shape inference) and protobuf below it.
#
# Sets:     Onnx_FOUND, Onnx_VERSION
# Provides: Onnx::Onnx, which carries the include folders, ONNX_NAMESPACE=onnx, ONNX_ML=1 and
#           the libraries onnx, onnx_proto and protobuf. Include <onnx/onnx_pb.h>.
include(FindPackageHandleStandardArgs)

# ONNX's own package names protobuf::libprotobuf without looking for it. The module is asked for
# by name: protobuf's configuration package is not part of every distribution's libprotobuf-dev.
find_package(Protobuf QUIET MODULE)
if(Protobuf_FOUND)
    find_package(ONNX CONFIG QUIET)
endif()
set(Onnx_VERSION "${ONNX_VERSION}")
# Newer releases put their targets into a namespace.
if(TARGET ONNX::onnx)
    set(Onnx_LIBRARIES ONNX::onnx ONNX::onnx_proto protobuf::libprotobuf)
elseif(TARGET onnx)
    set(Onnx_LIBRARIES onnx onnx_proto protobuf::libprotobuf)
endif()
find_package_handle_standard_args(
    Onnx REQUIRED_VARS Onnx_LIBRARIES Protobuf_LIBRARIES VERSION_VAR Onnx_VERSION
    REASON_FAILURE_MESSAGE "install libonnx-dev and libprotobuf-dev")

if(Onnx_FOUND AND NOT TARGET Onnx::Onnx)
    add_library(Onnx::Onnx INTERFACE IMPORTED)
    set_target_properties(Onnx::Onnx PROPERTIES INTERFACE_LINK_LIBRARIES "${Onnx_LIBRARIES}")
endif()
