// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace quantoscope {

/// What kind of expected failure happened. Callers branch on it; people read Error::message.
enum class ErrorCode {
    FileNotFound,    ///< a path does not exist or cannot be opened
    FileUnreadable,  ///< a file exists but its content is damaged or of another kind
    FileUnwritable,  ///< writing or renaming failed (permissions, full disk)
    InvalidModel,    ///< the model was read but contradicts the ONNX specification
    Unsupported,     ///< valid input that this program or its engine cannot handle
    ShapeMismatch,   ///< tensors, images or settings whose sizes do not fit together
    InvalidArgument, ///< a setting outside its legal range
    InvalidData,     ///< a data set, labels file or configuration with a wrong entry
    EngineFailure,   ///< the inference engine reported a failure
    OutOfMemory,
    Cancelled, ///< the caller asked for it; never shown as a failure
};

/// An expected failure. `message` says what was found, what was expected and what to do;
/// `where` names the file, node or row it happened at (may be empty).
struct Error
{
    ErrorCode code = ErrorCode::EngineFailure;
    std::string message;
    std::string where;
};

/// "where: message", or the message alone when the place is unknown.
[[nodiscard]] std::string toString(const Error& error);

} // namespace quantoscope
