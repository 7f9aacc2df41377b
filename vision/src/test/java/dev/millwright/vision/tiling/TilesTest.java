package dev.millwright.vision.tiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Drawing;
import dev.millwright.vision.image.Offset;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TilesTest {
    @Test
    void everyPixelLiesInATileAndEverySmallThingWhollyInOne() {
        for (long seed = 0; seed < 60; seed++) {
            var random = new SplittableRandom(seed);
            int side = 8 + random.nextInt(40);
            var tiles = new Tiles(side, random.nextInt(side / 2 + 1));
            int width = 1 + random.nextInt(150);
            int height = 1 + random.nextInt(150);
            var boxes = tiles.over(width, height);
            int thing = Math.max(1, tiles.overlapPx());
            for (int y = 0; y + Math.min(thing, height) <= height; y++) {
                for (int x = 0; x + Math.min(thing, width) <= width; x++) {
                    var small = new Box(x, y, x + Math.min(thing, width), y + Math.min(thing, height));
                    assertThat(boxes.stream().anyMatch(box -> box.common(small) == small.area()))
                            .as("seed %d: %s in %d x %d by %s", seed, small, width, height, tiles)
                            .isTrue();
                }
            }
            assertThat(boxes).allMatch(box -> box.width() <= side && box.height() <= side);
            assertThat(boxes).doesNotHaveDuplicates();
        }
    }

    /** Whatever lies on seams, small or larger than a tile, is told once and whole. */
    @Test
    void eachThingIsFoundOnceWhereverTheSeamsLie() {
        for (long seed = 0; seed < 150; seed++) {
            var random = new SplittableRandom(seed);
            var tiles = new Tiles(40, 12);
            int width = 60 + random.nextInt(200);
            int height = 60 + random.nextInt(200);
            var things = things(random, width, height);
            var found = tiles.inspect(width, height, tile -> visible(things, tile, random));
            assertThat(found).as("seed %d", seed).extracting(Region::box).containsExactlyInAnyOrderElementsOf(things);
        }
    }

    /** Rectangles that keep apart, some of them longer than tiles. */
    private static List<Box> things(SplittableRandom random, int width, int height) {
        var things = new ArrayList<Box>();
        for (int i = 0; i < 30; i++) {
            int wide = 1 + random.nextInt(random.nextInt(4) == 0 ? 59 : 12);
            int tall = 1 + random.nextInt(wide > 12 ? 12 : random.nextInt(4) == 0 ? 59 : 12);
            int left = random.nextInt(width - wide + 1);
            int top = random.nextInt(height - tall + 1);
            var box = new Box(left, top, left + wide, top + tall);
            if (things.stream().allMatch(other -> other.gap(box) > 1)) {
                things.add(box);
            }
        }
        return things;
    }

    /** What a perfect look at a tile sees: each thing as far as it lies in it. */
    private static List<Region<String>> visible(List<Box> things, Box tile, SplittableRandom random) {
        return things.stream()
                .filter(box -> box.common(tile) > 0)
                .map(box -> new Box(
                        Math.max(box.left(), tile.left()),
                        Math.max(box.top(), tile.top()),
                        Math.min(box.right(), tile.right()),
                        Math.min(box.bottom(), tile.bottom())))
                .map(box ->
                        new Region<>("thing", box.moved(new Offset(-tile.left(), -tile.top())), random.nextDouble()))
                .toList();
    }

    /** Two views of one thing that differ a little are one, and the surer of both stays. */
    @Test
    void theSurerOfTwoViewsStays() {
        var tiles = new Tiles(40, 20);
        assertThat(tiles.over(60, 40)).hasSize(2);
        var found = tiles.inspect(
                60,
                40,
                tile -> tile.left() == 0
                        ? List.of(new Region<>("spur", new Box(24, 10, 34, 20), 0.7))
                        : List.of(new Region<>("short", new Box(5, 10, 15, 20), 0.9)));
        assertThat(found).singleElement().satisfies(region -> {
            assertThat(region.what()).isEqualTo("short");
            assertThat(region.box()).isEqualTo(new Box(25, 10, 35, 20));
        });
    }

    /** The inspector, tile by tile, finds on a board what it finds in one look. */
    @Test
    void aBoardInTilesHasTheSameDefects() {
        var inspector = new Inspector(InspectorSettings.standard(), InstantSource.fixed(Instant.EPOCH));
        int same = 0;
        int all = 0;
        for (long seed = 0; seed < 3; seed++) {
            var board = new BoardGenerator(new BoardSettings(640, 640, 0, 10, 0, 10)).generate(seed, 5);
            var whole = inspector.inspect(board.image(), board.template()).findings();
            var tiled = new Tiles(256, 64)
                    .inspect(
                            640,
                            640,
                            tile ->
                                    inspector
                                            .inspect(
                                                    board.image().cut(tile),
                                                    board.template().cut(tile))
                                            .findings()
                                            .stream()
                                            .map(finding ->
                                                    new Region<>(finding.type(), finding.box(), finding.score()))
                                            .toList());
            assertThat(tiled).as("seed %d", seed).hasSameSizeAs(whole);
            for (var finding : whole) {
                all++;
                same += tiled.stream().anyMatch(region -> region.box().iou(finding.box()) > 0.8) ? 1 : 0;
            }
        }
        assertThat(same).isEqualTo(all).isGreaterThan(10);
    }

    @Test
    void refusesTilesThatOverlapByMoreThanHalf() {
        assertThatThrownBy(() -> new Tiles(10, 6)).hasMessageContaining("tiles of 10 pixels that overlap by 6");
        assertThatThrownBy(() -> Drawing.board().frame().cut(new Box(0, 0, 161, 2)))
                .hasMessageContaining("in a frame of 160 x 160");
    }
}
