// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/results.h"

#include <QFrame>

#include <memory>
#include <optional>

namespace quantoscope::gui {

class FigureCard;

/// The figures of the whole model, above all panels: quantized, with FP32 and the difference
/// beneath. While a pass runs they are those of the pictures done so far.
class FiguresStrip : public QFrame
{
    Q_OBJECT

public:
    explicit FiguresStrip(QWidget* parent = nullptr);

    void clear();
    void setModelSize(std::optional<std::int64_t> floatBytes,
                      std::optional<std::int64_t> quantizedBytes, double averageWeightBits);
    void setPictures(std::int64_t count);
    void setFloatReference(std::shared_ptr<const session::FloatReference> reference);
    void setPartial(const session::PartialEvaluation& partial);
    void setEvaluation(std::shared_ptr<const session::Evaluation> evaluation);
    /// Shows what another strip shows.
    void takeOver(const FiguresStrip& former);
    /// The configuration was changed, its figures are not there yet.
    void setStale();

    [[nodiscard]] const FigureCard& top1() const { return *m_top1; }
    [[nodiscard]] const FigureCard& change() const { return *m_change; }
    [[nodiscard]] const FigureCard& pictures() const { return *m_pictures; }

private:
    /// With room for the widest texts it will show.
    FigureCard* addCard(const QString& title, const QString& explanation,
                        const QString& widestValue, const QString& widestRemark);
    void showChange(const std::optional<search::Interval>& againstFloat,
                    const std::optional<search::Interval>& againstPrevious);
    [[nodiscard]] std::optional<double> quality(const session::Evaluation& evaluation) const;
    void showQuality(const eval::AccuracyFigures& quantized, const eval::AccuracyFigures& reference,
                     const session::ComparisonFigures& comparison);
    void setProvisional(bool provisional);

    FigureCard* m_top1;
    FigureCard* m_change;
    FigureCard* m_top5;
    FigureCard* m_agreement;
    FigureCard* m_sqnr;
    FigureCard* m_cosine;
    FigureCard* m_kl;
    FigureCard* m_size;
    FigureCard* m_bits;
    FigureCard* m_pictures;
    std::shared_ptr<const session::FloatReference> m_reference;
    std::shared_ptr<const session::Evaluation> m_evaluation; ///< shown last
    std::shared_ptr<const session::Evaluation> m_previous;   ///< shown before it
};

} // namespace quantoscope::gui
