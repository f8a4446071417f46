// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/models/layer_fields.h"
#include "gui/models/rule_list_model.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/rule_form.h"
#include "gui/panels/rules_panel.h"
#include "tests/gui/settings_in_folder.h"
#include "tests/gui/small_outline.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>

using namespace quantoscope;
using namespace quantoscope::gui;

namespace {

constexpr int kPatienceMs = 240000;

LayerRule rule(const char* op, const char* name, FieldValues values)
{
    return {op, QString::fromLatin1(name), std::move(values), true};
}

FieldValues bits(const char* text)
{
    return {{SchemeField::WeightPrecision, QString::fromLatin1(text)}};
}

} // namespace

class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Q_INIT_RESOURCE(quantoscope);
        QVERIFY(m_folder.isValid());
        keepSettingsIn(m_folder.path());
    }

    void laterRulesWin()
    {
        const std::vector<LayerRule> rules{rule("Conv", "", bits("INT4")),
                                           rule("", "LEFT", bits("INT2"))};
        const auto edited = withRules({}, *smallOutline(), rules);
        QVERIFY(edited);
        QCOMPARE(edited->weights.at("stem").precision.bits(), 4);
        QCOMPARE(edited->weights.at("left").precision.bits(), 2);
        QVERIFY(edited->activations.empty());
        const auto turned = withRules({}, *smallOutline(), {rules[1], rules[0]});
        QCOMPARE(turned->weights.at("left").precision.bits(), 4);
        std::vector<LayerRule> disabled = rules;
        disabled[1].isEnabled = false;
        QCOMPARE(withRules({}, *smallOutline(), disabled)->weights.at("left").precision.bits(), 4);
    }

    void saysWhatItChanges()
    {
        const auto outline = smallOutline();
        const auto count = [&](const LayerRule& one) {
            return std::ranges::count_if(
                outline->entries, [&](const OutlineEntry& layer) { return changes(one, layer); });
        };
        QCOMPARE(count(rule("", "", bits("INT8"))), 3);
        QCOMPARE(count(rule("", "", {{SchemeField::ActivationPrecision, QStringLiteral("INT8")}})),
                 4);
        QCOMPARE(count(rule("Conv", "e", bits("INT8"))), 2); // stem, left
        QCOMPARE(count(rule("", "", {})), 0);
        QCOMPARE(ruleText(rule("", "", bits("INT8"))), QStringLiteral("All layers: weights INT8"));
    }

    void axesAreSetWhereThereAreSuch()
    {
        auto outline = std::make_shared<ModelOutline>(*smallOutline());
        outline->entries[2].weightShape = {8, 27};
        FieldValues values = bits("INT4");
        values[SchemeField::WeightAxis] = QStringLiteral("2");
        const auto edited = withRules({}, *outline, {rule("", "", values)});
        QVERIFY(edited);
        QCOMPARE(edited->weights.at("stem").axis, 2);
        QCOMPARE(edited->weights.at("left").axis, -1);
        values[SchemeField::WeightGranularity] = QStringLiteral("per-tensor");
        QCOMPARE(withRules(*edited, *outline, {rule("", "", values)})->weights.at("stem").axis, -1);
    }

    void illegalRulesAreNamed()
    {
        FieldValues values = bits("INT1");
        values[SchemeField::WeightSymmetry] = QStringLiteral("asymmetric");
        const auto edited = withRules({}, *smallOutline(), {rule("Conv", "", values)});
        QVERIFY(!edited);
        QCOMPARE(edited.error().where, std::string("stem"));
        QVERIFY(edited.error().message.find("INT1") != std::string::npos);
    }

    void listIsReorderedAndRemembered()
    {
        QUndoStack stack;
        RuleListModel model(stack);
        const QAbstractItemModelTester tester(&model);
        model.add(rule("DepthwiseConv", "", bits("INT8")));
        model.add(rule("Conv", "block", bits("INT4")));
        model.add(rule("", "", {{SchemeField::ActivationPrecision, QStringLiteral("INT6")}}));
        QVERIFY(model.index(0).data().toString().contains(QStringLiteral("Depthwise Conv")));
        QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
        QVERIFY(model.move(0, 1));
        QVERIFY(!model.move(0, -1));
        QVERIFY(!model.move(2, 1));
        QVERIFY(model.move(2, -1));
        QCOMPARE(moved.count(), 2);
        QCOMPARE(model.rules()[0].op, std::string("Conv"));
        QCOMPARE(model.rules()[2].op, std::string("DepthwiseConv"));
        QVERIFY(model.setData(model.index(1), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!model.setData(model.index(1), QStringLiteral("x"), Qt::EditRole));
        RuleListModel other(stack);
        other.readJson(model.toJson());
        QVERIFY(other.rules() == model.rules());
        other.readJson("not JSON");
        QCOMPARE(other.rowCount(), 0);
        model.remove(7);
        model.remove(0);
        QCOMPARE(model.rowCount(), 2);
    }

    void everyEditOfTheListIsUndone()
    {
        QUndoStack stack;
        RuleListModel model(stack);
        const QAbstractItemModelTester tester(&model);
        model.readJson(oneRule());
        QCOMPARE(stack.count(), 0);
        std::vector<std::vector<LayerRule>> states{model.rules()};
        const auto keep = [&] { states.push_back(model.rules()); };
        model.add(rule("Conv", "block", bits("INT4")));
        keep();
        model.add(rule("", "", bits("INT2")));
        keep();
        model.move(2, -1);
        keep();
        model.setData(model.index(0), Qt::Unchecked, Qt::CheckStateRole);
        keep();
        for (const char* typed : {"s", "st", "ste", "stem"}) { // one step
            model.replace(1, rule("", typed, bits("INT2")));
        }
        keep();
        model.remove(0);
        keep();
        QCOMPARE(stack.count(), static_cast<int>(states.size()) - 1);
        for (std::size_t i = states.size() - 1; i > 0; --i) {
            stack.undo();
            QVERIFY(model.rules() == states[i - 1]);
        }
        for (std::size_t i = 1; i < states.size(); ++i) {
            stack.redo();
            QVERIFY(model.rules() == states[i]);
        }
    }

    void hardwareRefusesBitsItDoesNotTake()
    {
        session::HardwareProfile profile{"npu", "Some NPU", {8}, {{"Conv", {4, 8}}}, "a test"};
        const std::vector<LayerRule> rules{rule("Conv", "", bits("INT4"))};
        QVERIFY(withRules({}, *smallOutline(), rules, profile));
        profile.weightBitsByOp.clear();
        const auto edited = withRules({}, *smallOutline(), rules, profile);
        QVERIFY(!edited);
        QCOMPARE(edited.error().where, std::string("stem"));
        QVERIFY(edited.error().message.find("Some NPU does not take INT4 in Conv") !=
                std::string::npos);
    }

    void appliedInTheWindowAndToTheNextModel()
    {
        if (sampleFolder().isEmpty()) {
            QSKIP("the bundled sample is not there");
        }
        {
            MainWindow window(true);
            window.show();
            openCopy(window, QStringLiteral("first.onnx"));
            RulesPanel& panel = window.rules();
            panel.addButton().click();
            panel.form().operatorCombo().setCurrentIndex(
                panel.form().operatorCombo().findData(QStringLiteral("DepthwiseConv")));
            choose(panel, SchemeField::WeightPrecision, QStringLiteral("INT5"));
            choose(panel, SchemeField::WeightGranularity, QStringLiteral("per-tensor"));
            QCOMPARE(panel.rules().rowCount(), 1);
            QCOMPARE(panel.rules().rules()[0].values.size(), std::size_t{2});
            panel.applyButton().click();
            ConfigurationDocument& document = window.workbench().document();
            QCOMPARE(document.undoStack().count(), 3); // the rule, its form, applying it
            verifyDepthwise(window, 5);
            document.undoStack().undo();
            verifyDepthwise(window, 8);
            panel.appliesToNewModels().setChecked(true);
        }
        MainWindow window(true);
        QCOMPARE(window.rules().rules().rowCount(), 1);
        QVERIFY(window.rules().appliesToNewModels().isChecked());
        openCopy(window, QStringLiteral("second.onnx"));
        verifyDepthwise(window, 5);
        QCOMPARE(window.workbench().document().undoStack().count(), 1);
        openCopy(window, QStringLiteral("first.onnx")); // keeps what it had
        verifyDepthwise(window, 8);
    }

private:
    static QByteArray oneRule()
    {
        return QJsonDocument(QJsonArray{ruleJson(rule("DepthwiseConv", "", bits("INT8")))})
            .toJson();
    }

    static void choose(RulesPanel& panel, SchemeField field, const QString& value)
    {
        QComboBox& combo = *panel.form().combo(field);
        combo.setCurrentIndex(combo.findData(value));
    }

    void openCopy(MainWindow& window, const QString& name)
    {
        const QString file = m_folder.filePath(name);
        QFile::copy(sampleFolder() + QStringLiteral("/model.onnx"), file);
        OpenRequest request;
        request.model.file = file.toStdString();
        window.open(request);
        QVERIFY(QTest::qWaitFor(
            [&] {
                const auto info = window.workbench().session().modelInfo();
                return info && info->file == request.model.file && !window.workbench().isBusy();
            },
            kPatienceMs));
    }

    static void verifyDepthwise(MainWindow& window, int expected)
    {
        const quant::Configuration& configuration = *window.workbench().document().configuration();
        int count = 0;
        for (const OutlineEntry& entry : window.workbench().outline()->entries) {
            if (entry.hasWeights) {
                const bool isDepthwise = entry.kind == model::LayerKind::DepthwiseConv;
                count += isDepthwise ? 1 : 0;
                QCOMPARE(weightScheme(configuration, entry.name).precision.bits(),
                         isDepthwise ? expected : 8);
            }
        }
        QVERIFY(count > 2);
    }

    QTemporaryDir m_folder;
};

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    applyAppearance(Appearance::Light);
    RulesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_rules.moc"
