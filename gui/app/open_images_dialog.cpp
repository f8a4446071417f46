// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/open_images_dialog.h"

#include "gui/app/path_edit.h"
#include "gui/app/path_text.h"
#include "gui/app/preprocess_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace quantoscope::gui {

namespace {

constexpr int kMostImages = 10'000'000;

QSpinBox* makeLimit(std::int64_t value)
{
    auto* spin = new QSpinBox;
    spin->setRange(0, kMostImages);
    spin->setSpecialValueText(OpenImagesDialog::tr("all"));
    spin->setValue(static_cast<int>(std::min<std::int64_t>(value, kMostImages)));
    return spin;
}

bool isPreset(const std::string& name)
{
    const std::vector<std::string> presets = eval::preprocessPresets();
    return std::ranges::find(presets, name) != presets.end();
}

} // namespace

OpenImagesDialog::OpenImagesDialog(const session::DataRequest& request, const Shape& inputShape,
                                   const std::optional<eval::Preprocess>& inUse, QWidget* parent)
    : QDialog(parent), m_images(new PathEdit(PathEdit::Kind::Folder, tr("Validation images"),
                                             tr("folder, flat or one sub-folder per class"))),
      m_labels(new PathEdit(PathEdit::Kind::File, tr("Labels file"),
                            tr("found beside the images when left empty"),
                            tr("Labels (*.csv *.txt);;All files (*)"))),
      m_classes(new PathEdit(PathEdit::Kind::File, tr("Class names"),
                             tr("classes.txt beside the images when left empty"),
                             tr("Class names (*.txt);;All files (*)"))),
      m_limit(makeLimit(request.validation.limit)),
      m_calibration(new PathEdit(PathEdit::Kind::Folder, tr("Calibration images"),
                                 tr("some validation images when left empty"))),
      m_calibrationLimit(makeLimit(request.calibrationLimit)), m_choice(new QComboBox),
      m_seed(new QSpinBox),
      m_automatic(new QCheckBox(tr("As the model's own file says (MODEL.preprocess.json), "
                                   "else torchvision"))),
      m_editor(new PreprocessEditor(inputShape)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("Open Images"));
    setUpForm(request);
    fillPreprocess(request, inputShape, inUse);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_images, &PathEdit::changed, this, &OpenImagesDialog::validate);
    connect(m_editor, &PreprocessEditor::changed, this, &OpenImagesDialog::validate);
    connect(m_automatic, &QCheckBox::toggled, this, [this](bool automatic) {
        m_editor->setEnabled(!automatic);
        validate();
    });
    m_images->setFocus(); // what must be chosen
    validate();
}

void OpenImagesDialog::setUpForm(const session::DataRequest& request)
{
    m_images->setPath(request.validation.images);
    m_labels->setPath(request.validation.labels);
    m_classes->setPath(request.validation.classes);
    m_calibration->setPath(request.calibrationImages);
    auto* form = new QFormLayout;
    form->addRow(tr("&Validation images"), m_images);
    form->addRow(tr("&Labels file"), m_labels);
    form->addRow(tr("&Class names"), m_classes);
    form->addRow(tr("Use &at most"), m_limit);
    form->addRow(tr("Cali&bration images"), m_calibration);
    setUpChoice(request);
    auto* choice = new QHBoxLayout;
    choice->addWidget(m_calibrationLimit);
    choice->addWidget(m_choice, 1);
    auto* seedLabel = new QLabel(tr("&Seed"));
    seedLabel->setBuddy(m_seed);
    choice->addWidget(seedLabel);
    choice->addWidget(m_seed);
    auto* calibrationLabel = new QLabel(tr("Use at &most"));
    calibrationLabel->setBuddy(m_calibrationLimit);
    form->addRow(calibrationLabel, choice);
    form->addRow(tr("Preprocessing"), m_automatic);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_editor);
    layout->addWidget(m_buttons);
    m_calibration->setToolTip(tr("Calibration runs these through FP32 to find the range of every "
                                 "activation; keep them apart from the validation images."));
}

void OpenImagesDialog::setUpChoice(const session::DataRequest& request)
{
    const auto add = [this](const QString& text, eval::SampleChoice choice, const QString& help) {
        m_choice->addItem(text, static_cast<int>(choice));
        m_choice->setItemData(m_choice->count() - 1, help, Qt::ToolTipRole);
    };
    add(tr("the first"), eval::SampleChoice::First, tr("In the order of their names"));
    add(tr("drawn at random"), eval::SampleChoice::Random,
        tr("The same seed draws the same images again"));
    add(tr("the same number of every class"), eval::SampleChoice::ClassBalanced,
        tr("Drawn at random within each class; needs the label of every image"));
    m_choice->setCurrentIndex(m_choice->findData(static_cast<int>(request.calibrationChoice)));
    m_choice->setAccessibleName(tr("Which calibration images"));
    m_choice->setToolTip(tr("Which images of the folder calibration uses"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setValue(static_cast<int>(
        std::min<std::uint32_t>(request.calibrationSeed, std::numeric_limits<int>::max())));
    m_seed->setToolTip(tr("Another seed draws other images"));
    const auto showSeed = [this] {
        m_seed->setEnabled(m_choice->currentData().toInt() !=
                           static_cast<int>(eval::SampleChoice::First));
    };
    connect(m_choice, &QComboBox::currentIndexChanged, this, showSeed);
    showSeed();
}

void OpenImagesDialog::fillPreprocess(const session::DataRequest& request, const Shape& inputShape,
                                      const std::optional<eval::Preprocess>& inUse)
{
    if (inUse) {
        m_editor->setPreprocess(*inUse);
    } else if (request.customPreprocess) {
        m_editor->setPreprocess(*request.customPreprocess);
    } else if (!request.preprocess.empty()) {
        const Result<eval::Preprocess> known =
            isPreset(request.preprocess) ? eval::preprocessPreset(request.preprocess, inputShape)
                                         : eval::readPreprocess(request.preprocess, inputShape);
        if (known) {
            m_editor->setPreprocess(*known);
        }
    }
    const bool automatic = !request.customPreprocess && request.preprocess.empty();
    m_automatic->setChecked(automatic);
    m_editor->setEnabled(!automatic);
}

session::DataRequest OpenImagesDialog::request() const
{
    session::DataRequest request;
    request.validation.images = m_images->path();
    request.validation.labels = m_labels->path();
    request.validation.classes = m_classes->path();
    request.validation.limit = m_limit->value();
    request.calibrationImages = m_calibration->path();
    request.calibrationLimit = m_calibrationLimit->value();
    request.calibrationChoice = static_cast<eval::SampleChoice>(m_choice->currentData().toInt());
    request.calibrationSeed = static_cast<std::uint32_t>(m_seed->value());
    if (!m_automatic->isChecked()) {
        request.customPreprocess = m_editor->preprocess();
    }
    return request;
}

void OpenImagesDialog::validate()
{
    const bool legal =
        !m_images->path().empty() && (m_automatic->isChecked() || m_editor->problem().isEmpty());
    m_buttons->button(QDialogButtonBox::Open)->setEnabled(legal);
}

} // namespace quantoscope::gui
