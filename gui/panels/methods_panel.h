// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/models/method_outcome_model.h"
#include "gui/models/model_outline.h"
#include "gui/models/post_training_method.h"

#include <QSortFilterProxyModel>
#include <QWidget>

#include <array>
#include <memory>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTableView;

namespace quantoscope::gui {

class ActivationSmoothing;
class BackgroundWork;
class BatchNormFolding;
class BiasAbsorption;
class ChannelEqualization;
class ConfigurationDocument;
class LayerSelection;
class PlaceholderStack;
class WeightCorrection;

/// What the panel runs and reads; outlives it.
struct MethodsPlace
{
    session::Session& session;
    WeightCorrection& correction;
    ChannelEqualization& equalization;
    BiasAbsorption& absorption;
    ActivationSmoothing& smoothing;
    BatchNormFolding& folding;
    MethodOutcomes& outcomes;
    ConfigurationDocument& document;
    LayerSelection& selection;
};

/// The post-training methods: what each does and where it comes from, a button that runs the chosen
/// one on all layers or on those selected, and what the former runs did layer by layer.
class MethodsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MethodsPanel(const MethodsPlace& place, QWidget* parent = nullptr);
    ~MethodsPanel() override;

    void setOutline(const std::shared_ptr<const ModelOutline>& outline);
    /// Whether there are images to calibrate on.
    void setReady(bool ready);

    [[nodiscard]] QComboBox& methods() { return *m_methods; }
    [[nodiscard]] QComboBox& scope() { return *m_scope; }
    [[nodiscard]] QDoubleSpinBox& alpha() { return *m_alpha; }
    [[nodiscard]] QPushButton& runButton() { return *m_run; }
    [[nodiscard]] QPushButton& removeButton() { return *m_remove; }
    [[nodiscard]] QComboBox& outcomes() { return *m_outcomes; }
    [[nodiscard]] QTableView& table() { return *m_table; }
    /// Why the chosen method cannot run; empty where it can.
    [[nodiscard]] QString problem() const;

private:
    QWidget* makeChoices();
    QWidget* makeBar();
    void setUpTable();
    void runOrStop();
    void start();
    void remove();
    void showState();
    void showOutcomes();
    void showOutcome();
    void selectLayer(const QModelIndex& index);
    [[nodiscard]] std::array<BackgroundWork*, 5> works() const;
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] PostTrainingMethod method() const;
    [[nodiscard]] bool isOnSelection() const;
    /// Layers with weights among those selected.
    [[nodiscard]] session::LayerChoice selectedLayers() const;
    /// Whether there is something that Remove takes back.
    [[nodiscard]] bool canRemove() const;
    [[nodiscard]] QString removeHelp() const;
    /// What the method works on; empty: all layers.
    [[nodiscard]] session::LayerChoice layers() const;

    MethodsPlace m_place;
    std::shared_ptr<const ModelOutline> m_outline;
    MethodOutcomeModel m_model;
    QSortFilterProxyModel m_sorted;
    QComboBox* m_methods = nullptr;
    QComboBox* m_scope = nullptr;
    QLabel* m_alphaLabel = nullptr;
    QDoubleSpinBox* m_alpha = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_remove = nullptr;
    QLabel* m_help = nullptr;
    QComboBox* m_outcomes = nullptr;
    QTableView* m_table;
    PlaceholderStack* m_stack;
    bool m_ready = false;
};

} // namespace quantoscope::gui
