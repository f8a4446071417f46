// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/configuration_document.h"

#include <QUndoCommand>

#include <utility>

namespace quantoscope::gui {

class ConfigurationCommand : public QUndoCommand
{
public:
    ConfigurationCommand(ConfigurationDocument& document, const QString& text,
                         ConfigurationPtr after, QString mergeKey)
        : QUndoCommand(text), m_document(document), m_before(document.configuration()),
          m_after(std::move(after)), m_mergeKey(std::move(mergeKey))
    {
    }

    void undo() override { m_document.publish(m_before); }
    void redo() override { m_document.publish(m_after); }
    [[nodiscard]] int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = dynamic_cast<const ConfigurationCommand*>(other);
        if (next == nullptr || next->m_mergeKey != m_mergeKey) {
            return false;
        }
        m_after = next->m_after;
        setObsolete(*m_after == *m_before);
        return true;
    }

private:
    ConfigurationDocument& m_document;
    ConfigurationPtr m_before;
    ConfigurationPtr m_after;
    QString m_mergeKey;
};

class PinCommand : public QUndoCommand
{
public:
    PinCommand(ConfigurationDocument& document, const QString& text, std::set<std::string> after)
        : QUndoCommand(text), m_document(document), m_before(document.pinned()),
          m_after(std::move(after))
    {
    }

    void undo() override { m_document.publishPins(m_before); }
    void redo() override { m_document.publishPins(m_after); }

private:
    ConfigurationDocument& m_document;
    std::set<std::string> m_before;
    std::set<std::string> m_after;
};

ConfigurationDocument::ConfigurationDocument(QObject* parent)
    : QObject(parent), m_configuration(std::make_shared<const quant::Configuration>())
{
}

void ConfigurationDocument::reset(ConfigurationPtr configuration, std::set<std::string> pinned)
{
    m_undoStack.clear();
    publishPins(std::move(pinned));
    publish(std::move(configuration));
}

void ConfigurationDocument::edit(const QString& text, ConfigurationPtr configuration,
                                 const QString& mergeKey)
{
    if (*configuration == *m_configuration) {
        return;
    }
    m_undoStack.push(new ConfigurationCommand(*this, text, std::move(configuration), mergeKey));
}

void ConfigurationDocument::adopt(ConfigurationPtr configuration)
{
    if (*configuration != *m_configuration) {
        publish(std::move(configuration));
    }
}

void ConfigurationDocument::editEqualization(
    const QString& text, std::shared_ptr<const quant::Equalization> equalization)
{
    quant::Configuration changed = *m_configuration;
    changed.equalization = std::move(equalization);
    edit(text, std::make_shared<const quant::Configuration>(
                   quant::withoutStaleCorrections(std::move(changed))));
}

void ConfigurationDocument::editMultipliers(quant::MultiplierKind kind)
{
    quant::Configuration changed = *m_configuration;
    changed.requantization = kind;
    edit(kind == quant::MultiplierKind::FixedPoint ? tr("Fixed-point multipliers")
                                                   : tr("Float multipliers"),
         std::make_shared<const quant::Configuration>(std::move(changed)));
}

void ConfigurationDocument::setPinned(const std::vector<std::string>& layers, bool pinned)
{
    std::set<std::string> after = m_pinned;
    for (const std::string& layer : layers) {
        if (pinned) {
            after.insert(layer);
        } else {
            after.erase(layer);
        }
    }
    if (after == m_pinned) {
        return;
    }
    const auto count = static_cast<int>(layers.size());
    const QString what =
        count == 1 ? QString::fromStdString(layers.front()) : tr("%n layers", nullptr, count);
    m_undoStack.push(new PinCommand(
        *this, pinned ? tr("Pin bits of %1").arg(what) : tr("Unpin bits of %1").arg(what),
        std::move(after)));
}

void ConfigurationDocument::publishPins(std::set<std::string> pinned)
{
    m_pinned = std::move(pinned);
    Q_EMIT pinsChanged();
}

void ConfigurationDocument::publish(ConfigurationPtr configuration)
{
    m_configuration = std::move(configuration);
    Q_EMIT changed();
}

} // namespace quantoscope::gui
