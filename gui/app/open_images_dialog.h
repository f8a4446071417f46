// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/results.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QSpinBox;

namespace quantoscope::gui {

class PathEdit;
class PreprocessEditor;

/// Asks which pictures to use and how to prepare them.
class OpenImagesDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param request what the fields start with
    /// \param inUse   how the images open now are prepared, if there are any
    OpenImagesDialog(const session::DataRequest& request, const Shape& inputShape,
                     const std::optional<eval::Preprocess>& inUse = {}, QWidget* parent = nullptr);

    [[nodiscard]] session::DataRequest request() const;
    [[nodiscard]] QComboBox& calibrationChoice() { return *m_choice; }
    [[nodiscard]] QSpinBox& calibrationSeed() { return *m_seed; }
    [[nodiscard]] PreprocessEditor& editor() { return *m_editor; }

private:
    void setUpForm(const session::DataRequest& request);
    void fillPreprocess(const session::DataRequest& request, const Shape& inputShape,
                        const std::optional<eval::Preprocess>& inUse);
    void setUpChoice(const session::DataRequest& request);
    void validate();

    PathEdit* m_images;
    PathEdit* m_labels;
    PathEdit* m_classes;
    QSpinBox* m_limit;
    PathEdit* m_calibration;
    QSpinBox* m_calibrationLimit;
    QComboBox* m_choice;
    QSpinBox* m_seed;
    QCheckBox* m_automatic;
    PreprocessEditor* m_editor;
    QDialogButtonBox* m_buttons;
};

} // namespace quantoscope::gui
