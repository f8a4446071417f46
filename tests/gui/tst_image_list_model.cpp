// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/image_filter_model.h"
#include "gui/models/image_list_model.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace quantoscope;
using namespace quantoscope::gui;

namespace {

eval::TopFive top(int classIndex)
{
    eval::TopFive result{};
    result.front() = {classIndex, 0.9F};
    return result;
}

} // namespace

class ImageListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        for (int i = 0; i < 4; ++i) {
            QImage image(120, 60, QImage::Format_RGB32);
            image.fill(QColor::fromHsv(80 * i, 200, 200));
            QVERIFY(image.save(file(i)));
        }
        QFile damaged(file(3));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("no picture");
    }

    void showsWhatChanged()
    {
        ImageListModel model;
        ImageFilterModel sorted;
        sorted.setSourceModel(&model);
        const QAbstractItemModelTester tester(&model);
        const QAbstractItemModelTester sortedTester(&sorted);
        fill(model);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.change(0), ImageChange::Same);
        QCOMPARE(model.change(1), ImageChange::Broken);
        QCOMPARE(model.change(2), ImageChange::Fixed);
        QCOMPARE(model.change(3), ImageChange::Changed);
        QCOMPARE(text(model, 1, ImageListModel::LabelColumn), QStringLiteral("dog"));
        QCOMPARE(text(model, 1, ImageListModel::FloatColumn), QStringLiteral("dog"));
        QCOMPARE(text(model, 1, ImageListModel::QuantizedColumn), QStringLiteral("cat"));

        sorted.sort(ImageListModel::ChangeColumn);
        QCOMPARE(sorted.mapToSource(sorted.index(0, 0)).row(), 1);
        QCOMPARE(sorted.mapToSource(sorted.index(3, 0)).row(), 0);
        const auto rowsOf = [&](ImageFilter shown) {
            sorted.setShown(shown);
            QList<int> rows;
            for (int row = 0; row < sorted.rowCount(); ++row) {
                rows << sorted.mapToSource(sorted.index(row, 0)).row();
            }
            std::ranges::sort(rows);
            return rows;
        };
        QCOMPARE(rowsOf(ImageFilter::All), (QList<int>{0, 1, 2, 3}));
        QCOMPARE(rowsOf(ImageFilter::Broken), QList<int>{1});
        QCOMPARE(rowsOf(ImageFilter::Fixed), QList<int>{2});
        QCOMPARE(rowsOf(ImageFilter::Wrong), (QList<int>{1, 3}));
        QCOMPARE(rowsOf(ImageFilter::Changed), (QList<int>{1, 2, 3}));
        sorted.setShown(ImageFilter::All);
        QCOMPARE(text(model, 2, ImageListModel::MarginColumn), QStringLiteral("2.50"));
        sorted.sort(ImageListModel::MarginColumn); // as numbers
        QCOMPARE(sorted.mapToSource(sorted.index(0, 0)).row(), 3);
        QCOMPARE(sorted.mapToSource(sorted.index(3, 0)).row(), 0);
        sorted.setText(QStringLiteral("image2"));
        QCOMPARE(sorted.rowCount(), 1);
    }

    void isUnknownBeforeAnyPass()
    {
        ImageListModel model;
        model.setData(data());
        QCOMPARE(model.change(0), ImageChange::Unknown);
        QVERIFY(model.floatTopFive(0) == nullptr);
        QCOMPARE(text(model, 0, ImageListModel::QuantizedColumn), QStringLiteral("–"));
    }

    void decodesThumbnailsLater()
    {
        ImageListModel model;
        model.setData(data());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const QModelIndex picture = model.index(0, ImageListModel::PictureColumn);
        QVERIFY(!picture.data(Qt::DecorationRole).isValid());
        QTRY_VERIFY(changed.count() >= 1);
        const auto image = picture.data(Qt::DecorationRole).value<QImage>();
        QCOMPARE(image.size(), QSize(112, 56));
        QCOMPARE(changed.front().at(2).value<QList<int>>(), QList<int>{Qt::DecorationRole});
    }

    void damagedPicturesBecomeGrey()
    {
        ThumbnailLoader loader(QSize(16, 16));
        QSignalSpy loaded(&loader, &ThumbnailLoader::loaded);
        QVERIFY(loader.thumbnail(file(3)).isNull());
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(loader.thumbnail(file(3)).pixelColor(3, 3), QColor(Qt::gray));
    }

    void loaderMayBeDestroyedWhileBusy()
    {
        auto loader = std::make_unique<ThumbnailLoader>(QSize(16, 16));
        for (int i = 0; i < 3; ++i) {
            QVERIFY(loader->thumbnail(file(i)).isNull());
        }
        loader.reset();
        QTest::qWait(20);
    }

    void badIndexesGiveNothing()
    {
        ImageListModel model;
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.data(model.index(0, 0), Qt::DisplayRole).isValid());
        model.setData(data());
        QVERIFY(!model.index(99, 0).isValid());
        QVERIFY(!model.headerData(99, Qt::Horizontal, Qt::DisplayRole).isValid());
    }

private:
    [[nodiscard]] QString file(int i) const
    {
        return m_folder.filePath(QStringLiteral("image%1.png").arg(i));
    }

    [[nodiscard]] std::shared_ptr<const session::DataInfo> data() const
    {
        eval::DatasetIndex index;
        index.classNames = {"cat", "dog"};
        index.hasLabels = true;
        const int labels[] = {0, 1, 0, 1};
        for (int i = 0; i < 4; ++i) {
            index.samples.push_back(
                {file(i).toStdString(), "image" + std::to_string(i) + ".png", labels[i]});
        }
        eval::Preprocess preprocess;
        preprocess.width = 2;
        preprocess.height = 2;
        auto info = std::make_shared<session::DataInfo>();
        info->validation = std::make_shared<const eval::ImageSet>(
            index, preprocess, std::vector<std::uint8_t>(4 * 2 * 2 * 3));
        return info;
    }

    void fill(ImageListModel& model) const
    {
        model.setData(data());
        auto reference = std::make_shared<session::FloatReference>();
        reference->predictions = {top(0), top(1), top(1), top(0)};
        auto evaluation = std::make_shared<session::Evaluation>();
        evaluation->predictions = {top(0), top(0), top(0), top(5)};
        evaluation->margins = {10.0F, -1.0F, 2.5F, -2.0F};
        model.setFloatReference(reference);
        model.setEvaluation(evaluation);
    }

    static QString text(const ImageListModel& model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(ImageListModelTest)
#include "tst_image_list_model.moc"
