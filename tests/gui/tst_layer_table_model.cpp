// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/noise.h"
#include "gui/models/configuration_document.h"
#include "gui/models/layer_clipboard.h"
#include "gui/models/layer_column_text.h"
#include "gui/models/layer_filter_model.h"
#include "gui/models/layer_table_model.h"
#include "tests/gui/small_outline.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <array>

using namespace quantoscope;
using namespace quantoscope::gui;

using Model = LayerTableModel;

class LayerTableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_document.reset(std::make_shared<const quant::Configuration>(startConfiguration()));
        m_model.setOutline(smallOutline());
    }

    void showsLayersThatCarryAQuantizer()
    {
        const QAbstractItemModelTester tester(&m_model);
        QCOMPARE(m_model.rowCount(), 5); // all but the Softmax
        QCOMPARE(text(0, Model::NameColumn), QStringLiteral("image"));
        QCOMPARE(text(0, Model::WeightBitsColumn), QString());
        QCOMPARE(text(0, Model::ActivationBitsColumn), QStringLiteral("INT8"));
        QCOMPARE(text(1, Model::WeightBitsColumn), QStringLiteral("INT8"));
        QCOMPARE(text(1, Model::WeightSymmetryColumn), QStringLiteral("symmetric"));
        QCOMPARE(text(1, Model::GranularityColumn), QStringLiteral("per-channel"));
        QCOMPARE(text(3, Model::ActivationBitsColumn), QString()); // "right" has no site
        QCOMPARE(m_model.idOf(4), 4);
        QCOMPARE(m_model.rowOf(5), -1);
    }

    void whatIsMissingIsFloat()
    {
        m_document.reset(std::make_shared<const quant::Configuration>());
        QCOMPARE(text(1, Model::WeightBitsColumn), QStringLiteral("FP32"));
        QCOMPARE(text(1, Model::ActivationBitsColumn), QStringLiteral("FP32"));
    }

    void wheelStepsAreUndoneTogether()
    {
        QUndoStack& undo = m_document.undoStack();
        QVERIFY(m_model.stepPrecision(1, SchemeField::WeightPrecision, -1));
        QCOMPARE(text(1, Model::WeightBitsColumn), QStringLiteral("INT7"));
        QVERIFY(m_model.stepPrecision(1, SchemeField::WeightPrecision, -2));
        QCOMPARE(text(1, Model::WeightBitsColumn), QStringLiteral("INT5"));
        QCOMPARE(undo.count(), 1);
        QVERIFY(m_model.stepPrecision(2, SchemeField::WeightPrecision, -1));
        QCOMPARE(undo.count(), 2);
        undo.undo();
        undo.undo();
        QCOMPARE(text(1, Model::WeightBitsColumn), QStringLiteral("INT8"));
        QVERIFY(!undo.canUndo());
    }

    void wheelStopsAtTheEnds()
    {
        QVERIFY(m_model.stepPrecision(1, SchemeField::WeightPrecision, -100));
        QCOMPARE(text(1, Model::WeightBitsColumn), QStringLiteral("INT1"));
        QVERIFY(!m_model.stepPrecision(1, SchemeField::WeightPrecision, -1));
        QVERIFY(m_model.stepPrecision(1, SchemeField::ActivationPrecision, 100));
        QCOMPARE(text(1, Model::ActivationBitsColumn), QStringLiteral("FP32"));
        QVERIFY(!m_model.stepPrecision(0, SchemeField::WeightPrecision, 1)); // an input
        QVERIFY(!m_model.stepPrecision(3, SchemeField::ActivationPrecision, 1));
        QVERIFY(!m_model.stepPrecision(-1, SchemeField::WeightPrecision, 1));
    }

    void editsOneCell()
    {
        QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
        const QModelIndex cell = m_model.index(1, Model::WeightBitsColumn);
        QVERIFY(cell.flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(m_model.setData(cell, QStringLiteral("INT4"), Qt::EditRole));
        QCOMPARE(cell.data(Qt::EditRole).toString(), QStringLiteral("INT4"));
        QCOMPARE(text(2, Model::WeightBitsColumn), QStringLiteral("INT8"));
        QVERIFY(changed.count() >= 1);
        QVERIFY(changed.front().at(2).value<QList<int>>().contains(Qt::DisplayRole));
        m_document.undoStack().undo();
        QCOMPARE(cell.data(Qt::EditRole).toString(), QStringLiteral("INT8"));
    }

    void editsSeveralRowsAsOneStep()
    {
        const std::array rows{0, 1, 2};
        QVERIFY(m_model.setField(rows, SchemeField::WeightPrecision, QStringLiteral("INT2")));
        QCOMPARE(text(1, Model::WeightBitsColumn), QStringLiteral("INT2"));
        QCOMPARE(text(2, Model::WeightBitsColumn), QStringLiteral("INT2"));
        QCOMPARE(m_document.undoStack().count(), 1);
        m_document.undoStack().undo();
        QCOMPARE(text(1, Model::WeightBitsColumn), QStringLiteral("INT8"));
        QCOMPARE(text(2, Model::WeightBitsColumn), QStringLiteral("INT8"));
    }

    void oneBitIsSymmetric()
    {
        const int row = 1;
        QVERIFY(
            m_model.setField({&row, 1}, SchemeField::WeightSymmetry, QStringLiteral("asymmetric")));
        QVERIFY(m_model.setField({&row, 1}, SchemeField::WeightPrecision, QStringLiteral("INT1")));
        QCOMPARE(text(1, Model::WeightSymmetryColumn), QStringLiteral("symmetric"));
        QVERIFY(!m_model.setField({&row, 1}, SchemeField::WeightSymmetry,
                                  QStringLiteral("asymmetric")));
    }

    void saysWhatIsNotLegalAndWhy()
    {
        const int row = 1;
        const QModelIndex symmetry = m_model.index(row, Model::WeightSymmetryColumn);
        QCOMPARE(symmetry.data(Model::ChoiceReasonsRole).toStringList().join(QString()), QString());
        QVERIFY(m_model.setField({&row, 1}, SchemeField::WeightPrecision, QStringLiteral("INT1")));
        const auto asymmetric = symmetry.data(Model::ChoiceValuesRole)
                                    .toStringList()
                                    .indexOf(QStringLiteral("asymmetric"));
        QVERIFY(symmetry.data(Model::ChoiceReasonsRole)
                    .toStringList()
                    .at(asymmetric)
                    .contains(QStringLiteral("symmetric")));
    }

    void formatsAreOffered()
    {
        const int row = 1;
        const auto choose = [&](SchemeField field, const char* value) {
            return m_model.setField({&row, 1}, field, QString::fromLatin1(value));
        };
        const auto reason = [&](SchemeField field, const char* value) {
            return m_model.reasonAgainst(row, field, QString::fromLatin1(value));
        };
        for (const char* format : {"TERNARY", "FP4E2M1", "FP8E4M3", "FP8E5M2", "BF16", "FP16"}) {
            QVERIFY(choose(SchemeField::WeightPrecision, format));
            QCOMPARE(text(row, Model::WeightBitsColumn), QString::fromLatin1(format));
        }
        QVERIFY(choose(SchemeField::WeightPrecision, "INT8"));
        QVERIFY(choose(SchemeField::WeightSymmetry, "asymmetric"));
        QVERIFY(choose(SchemeField::WeightGranularity, "mx"));
        QCOMPARE(text(row, Model::WeightSymmetryColumn), QStringLiteral("symmetric"));
        QVERIFY(reason(SchemeField::WeightSymmetry, "asymmetric").contains(QStringLiteral("MX")));
        QVERIFY(reason(SchemeField::WeightScale, "power-of-two").contains(QStringLiteral("MX")));
        QVERIFY(choose(SchemeField::WeightPrecision, "INT4")); // which MX lacks
        QCOMPARE(text(row, Model::GranularityColumn), QStringLiteral("groups of 32"));
        QVERIFY(reason(SchemeField::WeightGranularity, "mx").contains(QStringLiteral("INT4")));
        QVERIFY(choose(SchemeField::ActivationSource, "dynamic"));
        QVERIFY(choose(SchemeField::ActivationPrecision, "FP16"));
        QCOMPARE(text(row, Model::ActivationSourceColumn), QStringLiteral("calibrated"));
        QVERIFY(!reason(SchemeField::ActivationSource, "dynamic").isEmpty());
        QVERIFY(!reason(SchemeField::ActivationSource, "dynamic-per-token").isEmpty());
        const QModelIndex cell = m_model.index(row, Model::WeightBitsColumn);
        QVERIFY(!cell.data(Model::ChoiceHelpsRole).toStringList().contains(QString()));
    }

    void pruningIsOffered()
    {
        const int row = 1;
        const auto choose = [&](const char* value) {
            return m_model.setField({&row, 1}, SchemeField::WeightPruning,
                                    QString::fromLatin1(value));
        };
        const auto reason = [&](const char* value) {
            return m_model.reasonAgainst(row, SchemeField::WeightPruning,
                                         QString::fromLatin1(value));
        };
        QVERIFY(m_model.setField({&row, 1}, SchemeField::WeightPrecision, QStringLiteral("INT8")));
        QCOMPARE(text(row, Model::PruningColumn), QStringLiteral("not pruned"));
        QVERIFY(choose("2:4"));
        QCOMPARE(text(row, Model::PruningColumn), QStringLiteral("2:4"));
        QVERIFY(choose("unstructured:0.55")); // none of those offered, as a file may have it
        QCOMPARE(text(row, Model::PruningColumn), QStringLiteral("55 % of weights"));
        const QModelIndex cell = m_model.index(row, Model::PruningColumn);
        QVERIFY(cell.flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(cell.data(Model::ChoiceValuesRole)
                    .toStringList()
                    .contains(QStringLiteral("unstructured:0.55")));
        QVERIFY(!cell.data(Model::ChoiceHelpsRole).toStringList().contains(QString()));
        QVERIFY(!choose("half"));
        QVERIFY(m_model.setField({&row, 1}, SchemeField::WeightPrecision, QStringLiteral("INT1")));
        QCOMPARE(text(row, Model::PruningColumn), QStringLiteral("not pruned"));
        QVERIFY(reason("2:4").contains(QStringLiteral("1-bit")));
        QVERIFY(m_model.setField({&row, 1}, SchemeField::WeightPrecision, QStringLiteral("INT8")));
    }

    void channelsGoTogether()
    {
        auto outline = std::make_shared<ModelOutline>(*smallOutline());
        for (const std::size_t id : {2, 3}) { // left and right are added up
            outline->entries[id].channels.writers = {"left", "right"};
        }
        outline->entries[1].channels = {{"stem"}, {}, session::ChannelObstacle::ModelOutput, {}};
        m_model.setOutline(outline);
        const int left = m_model.rowOf(2);
        const int right = m_model.rowOf(3);
        const int stem = m_model.rowOf(1);
        const auto quarter = QStringLiteral("channels:0.25");
        QVERIFY(m_model.setField({&left, 1}, SchemeField::WeightPruning, quarter));
        QCOMPARE(m_model.value(right, SchemeField::WeightPruning), quarter);
        QVERIFY(m_model.setField({&right, 1}, SchemeField::WeightPruning, QStringLiteral("2:4")));
        QCOMPARE(m_model.value(left, SchemeField::WeightPruning), QStringLiteral("none"));
        QVERIFY(!m_model.setField({&stem, 1}, SchemeField::WeightPruning, quarter));
        QVERIFY(m_model.reasonAgainst(stem, SchemeField::WeightPruning, quarter)
                    .contains(QStringLiteral("output of the model")));
        m_model.setOutline(smallOutline());
    }

    void splittingIsOffered()
    {
        const int row = 1;
        const auto choose = [&](SchemeField field, const char* value) {
            return m_model.setField({&row, 1}, field, QString::fromLatin1(value));
        };
        const auto reason = [&](SchemeField field, const char* value) {
            return m_model.reasonAgainst(row, field, QString::fromLatin1(value));
        };
        const SchemeField field = SchemeField::WeightSplitting;
        QVERIFY(choose(SchemeField::WeightPrecision, "INT4"));
        QVERIFY(choose(SchemeField::WeightGranularity, "per-tensor"));
        QCOMPARE(text(row, Model::SplittingColumn), QStringLiteral("not split"));
        QVERIFY(choose(field, "0.05"));
        QCOMPARE(text(row, Model::SplittingColumn), QStringLiteral("5 % added"));
        QCOMPARE(text(row, Model::RoundingColumn), QStringLiteral("nearest, split"));
        QVERIFY(choose(field, "0.03")); // none of those offered, as a file may have it
        const QModelIndex cell = m_model.index(row, Model::SplittingColumn);
        QVERIFY(cell.flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(cell.data(Model::ChoiceValuesRole).toStringList().contains(QStringLiteral("0.03")));
        QVERIFY(!cell.data(Model::ChoiceHelpsRole).toStringList().contains(QString()));
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Zhao")));
        QVERIFY(!choose(field, "2"));
        QVERIFY(choose(SchemeField::WeightPrecision, "INT8"));
        QCOMPARE(m_model.value(row, field), QStringLiteral("0.03"));
        QVERIFY(choose(SchemeField::WeightPruning, "2:4")); // takes its place
        QCOMPARE(m_model.value(row, field), QStringLiteral("none"));
        QVERIFY(reason(field, "0.05").contains(QStringLiteral("not both")));
        QVERIFY(choose(SchemeField::WeightPruning, "none"));
        QVERIFY(choose(field, "0.05"));
        QVERIFY(choose(SchemeField::WeightGranularity, "per-group-32"));
        QCOMPARE(m_model.value(row, field), QStringLiteral("none"));
        QVERIFY(reason(field, "0.05").contains(QStringLiteral("INT2 to INT8")));
        QVERIFY(choose(SchemeField::WeightGranularity, "per-channel"));
        auto outline = std::make_shared<ModelOutline>(*smallOutline());
        outline->entries[1].splittingObstacle = session::SplittingObstacle::Groups;
        m_model.setOutline(outline);
        QVERIFY(reason(field, "0.05").contains(QStringLiteral("depthwise")));
        QVERIFY(reason(field, "none").isEmpty());
        QVERIFY(!choose(field, "0.05"));
        m_model.setOutline(smallOutline());
    }

    void rangesAreOffered()
    {
        const int row = 1;
        const auto choose = [&](SchemeField field, const char* value) {
            return m_model.setField({&row, 1}, field, QString::fromLatin1(value));
        };
        const auto reason = [&](SchemeField field, const char* value) {
            return m_model.reasonAgainst(row, field, QString::fromLatin1(value));
        };
        const SchemeField weights = SchemeField::WeightRange;
        QVERIFY(choose(SchemeField::WeightPrecision, "INT4"));
        QCOMPARE(text(row, Model::WeightRangeColumn), QStringLiteral("min-max"));
        QVERIFY(choose(weights, "mse"));
        QCOMPARE(text(row, Model::WeightRangeColumn), QStringLiteral("mean squared error"));
        QVERIFY(choose(weights, "percentile:99.5")); // none of those offered
        QCOMPARE(text(row, Model::WeightRangeColumn), QStringLiteral("percentile 99.5"));
        QVERIFY(!choose(weights, "percentile:40"));
        QVERIFY(choose(SchemeField::WeightPrecision, "INT1"));
        QCOMPARE(m_model.value(row, weights), QStringLiteral("min-max"));
        QVERIFY(reason(weights, "mse").contains(QStringLiteral("no range")));
        QVERIFY(!choose(weights, "mse"));

        const SchemeField outputs = SchemeField::ActivationCalibration;
        QVERIFY(choose(SchemeField::ActivationPrecision, "INT8"));
        QCOMPARE(text(row, Model::ActivationCalibrationColumn), QStringLiteral("as the model"));
        QVERIFY(choose(outputs, "percentile:99.9"));
        QCOMPARE(text(row, Model::ActivationCalibrationColumn), QStringLiteral("percentile 99.9"));
        const QModelIndex cell = m_model.index(row, Model::ActivationCalibrationColumn);
        QVERIFY(cell.flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(!cell.data(Model::ChoiceHelpsRole).toStringList().contains(QString()));
        QVERIFY(choose(outputs, "entropy"));
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Migacz")));
        QVERIFY(choose(outputs, "model"));
        QCOMPARE(m_model.value(row, outputs), QStringLiteral("model"));
        QVERIFY(choose(SchemeField::ActivationSource, "dynamic"));
        QCOMPARE(text(row, Model::ActivationCalibrationColumn), QStringLiteral("–"));
        QVERIFY(!reason(outputs, "mse").isEmpty());
        QVERIFY(choose(SchemeField::ActivationSource, "static"));
        const auto copied =
            settingsFromText(settingsText({{weights, QStringLiteral("mse")},
                                           {outputs, QStringLiteral("percentile:98")},
                                           {SchemeField::WeightAxis, QStringLiteral("nowhere")}}));
        QVERIFY(copied);
        QCOMPARE(copied->size(), std::size_t{2});
    }

    void axesAreOffered()
    {
        const int row = 1;
        const SchemeField field = SchemeField::WeightAxis;
        const auto choose = [&](SchemeField each, const char* value) {
            return m_model.setField({&row, 1}, each, QString::fromLatin1(value));
        };
        QVERIFY(choose(SchemeField::WeightPrecision, "INT4"));
        const QModelIndex cell = m_model.index(row, Model::WeightAxisColumn);
        QVERIFY(cell.flags().testFlag(Qt::ItemIsEditable));
        const QStringList offered{QStringLiteral("outputs"), QStringLiteral("0"),
                                  QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")};
        QCOMPARE(cell.data(Model::ChoiceValuesRole).toStringList(), offered);
        QVERIFY(!cell.data(Model::ChoiceHelpsRole).toStringList().contains(QString()));
        QCOMPARE(text(row, Model::WeightAxisColumn), QStringLiteral("outputs"));
        QVERIFY(choose(SchemeField::WeightSplitting, "0.05"));
        QVERIFY(choose(field, "1"));
        QCOMPARE(text(row, Model::WeightAxisColumn), QStringLiteral("axis 1"));
        QCOMPARE(m_model.value(row, SchemeField::WeightSplitting), QStringLiteral("none"));
        QCOMPARE(text(row, Model::RoundingColumn), QStringLiteral("nearest"));
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("index of axis 1")));
        QVERIFY(choose(SchemeField::WeightGranularity, "per-group-32"));
        QCOMPARE(m_model.value(row, field), QStringLiteral("1"));
        QVERIFY(choose(SchemeField::WeightGranularity, "per-tensor"));
        QCOMPARE(m_model.value(row, field), QStringLiteral("outputs"));
        QVERIFY(m_model.reasonAgainst(row, field, QStringLiteral("1"))
                    .contains(QStringLiteral("channels and groups")));
        QVERIFY(!choose(field, "1"));
        QVERIFY(choose(SchemeField::WeightGranularity, "per-channel"));
        QVERIFY(!choose(field, "4"));
        QVERIFY(m_model.reasonAgainst(row, field, QStringLiteral("4"))
                    .contains(QStringLiteral("no axis 4")));
        QVERIFY(!choose(field, "first"));
        session::HardwareProfile profile;
        profile.weightBits = {4};
        m_model.setProfile(profile);
        QVERIFY(!m_model.reasonAgainst(row, field, QStringLiteral("0")).isEmpty());
        QVERIFY(m_model.reasonAgainst(row, field, QStringLiteral("outputs")).isEmpty());
        profile.anyWeightAxis = true;
        m_model.setProfile(profile);
        QVERIFY(choose(field, "0"));
        const auto conflicts = m_model.conflicts(); // of the FP32 layers
        QVERIFY(std::ranges::find(conflicts, row, &Model::Conflict::row) == conflicts.end());
        m_model.setProfile(std::nullopt);
        QVERIFY(choose(field, "outputs"));
    }

    void hardwareLimitsFormats()
    {
        session::HardwareProfile profile;
        profile.name = "Tester";
        profile.weightBits = {8};
        profile.weightFormats = {quant::Precision::float8E4M3()};
        profile.blocks = {quant::Granularity::PerGroup};
        m_model.setProfile(profile);
        const auto isLegal = [&](SchemeField field, const char* value) {
            return m_model.reasonAgainst(1, field, QString::fromLatin1(value)).isEmpty();
        };
        QVERIFY(isLegal(SchemeField::WeightPrecision, "FP8E4M3"));
        QVERIFY(!isLegal(SchemeField::WeightPrecision, "FP8E5M2"));
        QVERIFY(!isLegal(SchemeField::WeightPrecision, "BF16"));
        QVERIFY(isLegal(SchemeField::WeightGranularity, "per-group-64"));
        QVERIFY(!isLegal(SchemeField::WeightGranularity, "mx"));
        QVERIFY(!isLegal(SchemeField::ActivationPrecision, "FP16"));
        QVERIFY(!isLegal(SchemeField::ActivationSource, "dynamic"));
        m_model.setProfile(std::nullopt);
    }

    void hardwareLimitsBits()
    {
        session::HardwareProfile profile;
        profile.name = "Tester";
        profile.weightBits = {4, 8};
        profile.weightBitsByOp["Conv"] = {8, 32};
        QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
        m_model.setProfile(profile);
        QCOMPARE(changed.count(), 1);
        const int row = 1;
        const QString reason =
            m_model.reasonAgainst(row, SchemeField::WeightPrecision, QStringLiteral("INT4"));
        QVERIFY2(reason.contains(QStringLiteral("Tester")), qPrintable(reason));
        QVERIFY(!m_model.setField({&row, 1}, SchemeField::WeightPrecision, QStringLiteral("INT4")));
        QVERIFY(!m_model.setFields({&row, 1},
                                   {{SchemeField::WeightPrecision, QStringLiteral("INT4")}}, {}));
        QVERIFY(m_model.stepPrecision(row, SchemeField::WeightPrecision, 1));
        QCOMPARE(text(row, Model::WeightBitsColumn), QStringLiteral("FP32"));
        QVERIFY(m_model.stepPrecision(row, SchemeField::WeightPrecision, -5));
        QCOMPARE(text(row, Model::WeightBitsColumn), QStringLiteral("INT8"));
        QVERIFY(m_model.setField({&row, 1}, SchemeField::ActivationPrecision,
                                 QStringLiteral("INT4"))); // weights only
        m_model.setProfile(std::nullopt);
        QVERIFY(m_model.setField({&row, 1}, SchemeField::WeightPrecision, QStringLiteral("INT4")));
    }

    void copiedSettingsAreOneStep()
    {
        const int source = 1;
        QVERIFY(
            m_model.setField({&source, 1}, SchemeField::WeightPrecision, QStringLiteral("INT3")));
        QVERIFY(m_model.setField({&source, 1}, SchemeField::ActivationSymmetry,
                                 QStringLiteral("symmetric")));
        const QString clipboard = settingsText(m_model.values(source));
        const Result<FieldValues> values = settingsFromText(clipboard);
        QVERIFY(values);
        QCOMPARE(values->size(), kSchemeFields.size());
        const int steps = m_document.undoStack().count();
        const std::array rows{2, 3, 4}; // the last has no weights, the one before no site
        QVERIFY(m_model.setFields(rows, *values, QStringLiteral("paste")));
        QCOMPARE(text(2, Model::WeightBitsColumn), QStringLiteral("INT3"));
        QCOMPARE(text(3, Model::WeightBitsColumn), QStringLiteral("INT3"));
        QCOMPARE(text(4, Model::ActivationSymmetryColumn), QStringLiteral("symmetric"));
        QCOMPARE(m_document.undoStack().count(), steps + 1);
        m_document.undoStack().undo();
        QCOMPARE(text(2, Model::WeightBitsColumn), QStringLiteral("INT8"));
        for (const char* bad :
             {"", "{}", "some text", "[1]",
              R"({"format":"quantoscope-layer-settings","weightBits":"INT99"})"}) {
            QVERIFY2(!settingsFromText(QString::fromLatin1(bad)), bad);
        }
    }

    void refusesNonsense_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("no number format")
            << 1 << int(Model::WeightBitsColumn) << QVariant(QStringLiteral("INT9"));
        QTest::newRow("empty") << 1 << int(Model::WeightBitsColumn) << QVariant();
        QTest::newRow("one-bit activation")
            << 1 << int(Model::ActivationBitsColumn) << QVariant(QStringLiteral("INT1"));
        QTest::newRow("no weights")
            << 0 << int(Model::WeightBitsColumn) << QVariant(QStringLiteral("INT4"));
        QTest::newRow("no site") << 3 << int(Model::ActivationBitsColumn)
                                 << QVariant(QStringLiteral("INT4"));
        QTest::newRow("not editable")
            << 1 << int(Model::NameColumn) << QVariant(QStringLiteral("x"));
        QTest::newRow("no row") << 99 << int(Model::WeightBitsColumn)
                                << QVariant(QStringLiteral("INT4"));
    }
    void refusesNonsense()
    {
        QFETCH(int, row);
        QFETCH(int, column);
        QFETCH(QVariant, value);
        QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
        QVERIFY(!m_model.setData(m_model.index(row, column), value, Qt::EditRole));
        QCOMPARE(changed.count(), 0);
        QCOMPARE(*m_document.configuration(), startConfiguration());
        QVERIFY(!m_document.undoStack().canUndo());
    }

    void everyChoiceCanBeChosen()
    {
        for (const int column :
             {Model::WeightBitsColumn, Model::WeightSymmetryColumn, Model::GranularityColumn,
              Model::ActivationBitsColumn, Model::ActivationSymmetryColumn}) {
            const QModelIndex cell = m_model.index(1, column);
            const QStringList values = cell.data(Model::ChoiceValuesRole).toStringList();
            QVERIFY(values.size() >= 2);
            QCOMPARE(cell.data(Model::ChoiceTextsRole).toStringList().size(), values.size());
            for (const QString& value : values) {
                init();
                QVERIFY2(m_model.setData(cell, value, Qt::EditRole), qPrintable(value));
                QCOMPARE(cell.data(Qt::EditRole).toString(), value);
            }
        }
    }

    void showsFiguresAndMarksStaleOnes()
    {
        const QAbstractItemModelTester tester(&m_model);
        m_model.setEvaluation(evaluation());
        auto noise = std::make_shared<session::NoiseReport>();
        noise->activationSqnrDb = {{"stem", 31.24}, {"sum", quant::kNoNoiseDb}};
        m_model.setNoise(noise);
        QCOMPARE(text(1, Model::WeightSqnrColumn), QStringLiteral("42.5 dB"));
        QCOMPARE(text(1, Model::ActivationSqnrColumn), QStringLiteral("31.2 dB"));
        QCOMPARE(text(4, Model::ActivationSqnrColumn), QStringLiteral("exact"));
        QCOMPARE(text(2, Model::ActivationSqnrColumn), QStringLiteral("–"));
        QCOMPARE(text(1, Model::SizeColumn), QStringLiteral("1.25 kB"));
        QCOMPARE(m_model.index(1, Model::SizeColumn).data(Model::SortRole).toLongLong(), 1250);
        QVERIFY(!isStale(1, Model::WeightSqnrColumn));

        const int row = 1;
        QVERIFY(m_model.setField({&row, 1}, SchemeField::WeightPrecision, QStringLiteral("INT4")));
        QVERIFY(isStale(1, Model::WeightSqnrColumn));
        QVERIFY(isStale(1, Model::ActivationSqnrColumn));
        QVERIFY(!isStale(2, Model::WeightSqnrColumn));
        m_document.undoStack().undo();
        QVERIFY(!isStale(1, Model::WeightSqnrColumn));
        QVERIFY(!m_model.isNoiseStale());
    }

    void showsAccumulators()
    {
        m_model.setEvaluation(evaluation());
        QVERIFY(!m_model.index(1, Model::AccumulatorColumn).data().isValid());
        auto integers = std::make_shared<session::Evaluation>(*evaluation());
        integers->layers.front().accumulator = {18, 32, 5, 0};
        m_model.setEvaluation(integers);
        const QModelIndex cell = m_model.index(1, Model::AccumulatorColumn);
        QCOMPARE(cell.data().toString(), QStringLiteral("18 bits"));
        QCOMPARE(cell.data(Model::SortRole).toInt(), 18);
        QVERIFY(cell.data(Qt::ToolTipRole)
                    .toString()
                    .startsWith(QStringLiteral("Could overflow 16 bits in 5 of 32 channels.")));
        QVERIFY(!isStale(1, Model::AccumulatorColumn));
        const int row = 1;
        QVERIFY(m_model.setField({&row, 1}, SchemeField::WeightPrecision, QStringLiteral("INT4")));
        QVERIFY(isStale(1, Model::AccumulatorColumn));
        m_document.undoStack().undo();
        QCOMPARE(accumulatorText({40, 8, 8, 2}),
                 QStringLiteral("Could overflow 16 bits in 8 of 8 channels. "
                                "Could overflow 32 bits in 2 of 8 channels."));
        QCOMPARE(accumulatorText({16, 8, 0, 0}), QStringLiteral("No input can overflow 16 bits."));
    }

    void noiseOfAnOlderEvaluationIsStale()
    {
        m_model.setEvaluation(evaluation());
        m_model.setNoise(std::make_shared<const session::NoiseReport>());
        QVERIFY(!m_model.isNoiseStale());
        auto other = std::make_shared<session::Evaluation>(*evaluation());
        other->configuration.weights["stem"].precision = quant::Precision::integer(4);
        m_document.edit(QStringLiteral("edit"),
                        std::make_shared<const quant::Configuration>(other->configuration));
        QVERIFY(m_model.isNoiseStale());
        m_model.setEvaluation(other);
        QVERIFY(m_model.isNoiseStale());
        m_model.setNoise(std::make_shared<const session::NoiseReport>());
        QVERIFY(!m_model.isNoiseStale());
    }

    void filtersAndSorts()
    {
        LayerFilterModel filter;
        filter.setSourceModel(&m_model);
        const QAbstractItemModelTester tester(&filter);
        QCOMPARE(filter.rowCount(), 5);
        filter.setText(QStringLiteral("conv"));
        QCOMPARE(filter.rowCount(), 3);
        filter.setText(QStringLiteral("LEFT"));
        QCOMPARE(filter.rowCount(), 1);
        filter.setText({});
        filter.sort(Model::NumberColumn, Qt::DescendingOrder);
        QCOMPARE(filter.index(0, Model::NameColumn).data().toString(), QStringLiteral("sum"));
    }

    void badIndexesGiveNothing()
    {
        QVERIFY(!m_model.index(-1, 0).isValid());
        QVERIFY(!m_model.index(0, Model::ColumnCount).isValid());
        QVERIFY(!m_model.data({}, Qt::DisplayRole).isValid());
        QVERIFY(!m_model.headerData(Model::ColumnCount, Qt::Horizontal, Qt::DisplayRole).isValid());
        QCOMPARE(m_model.rowCount(m_model.index(0, 0)), 0);
        QCOMPARE(m_model.idOf(77), kNoOutlineId);
    }

    void everyColumnHasTitleAndHelp()
    {
        for (int column = 0; column < Model::ColumnCount; ++column) {
            QVERIFY(
                !m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
            QVERIFY(
                !m_model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        }
    }

private:
    static quant::Configuration startConfiguration()
    {
        quant::Configuration configuration;
        for (const char* layer : {"stem", "left", "right"}) {
            configuration.weights[layer] = {};
        }
        for (const char* tensor : {"image", "stem_out", "left_out", "sum_out"}) {
            configuration.activations[tensor] = {};
        }
        return configuration;
    }

    static std::shared_ptr<const session::Evaluation> evaluation()
    {
        auto result = std::make_shared<session::Evaluation>();
        result->configuration = startConfiguration();
        session::LayerFigures stem;
        stem.name = "stem";
        stem.weightSqnrDb = 42.5;
        stem.sizeBytes = 1250;
        result->layers = {stem};
        return result;
    }

    [[nodiscard]] QString text(int row, int column) const
    {
        return m_model.index(row, column).data().toString();
    }
    [[nodiscard]] bool isStale(int row, int column) const
    {
        return m_model.index(row, column).data(Model::StaleRole).toBool();
    }

    ConfigurationDocument m_document;
    LayerTableModel m_model{m_document};
};

QTEST_MAIN(LayerTableModelTest)
#include "tst_layer_table_model.moc"
