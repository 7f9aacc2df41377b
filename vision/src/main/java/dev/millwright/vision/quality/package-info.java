/**
 * Whether a picture is fit to be inspected. A blurred, dark or moved picture, or one of another product, shows differences that
 * are no defects; it is refused with the reason before anybody blames the part.
 *
 * {@snippet :
 * var reference = PictureReference.learn(goodPictures.stream().map(PictureMeasures::of).toList(), 0.005);
 * switch (new PictureCheck(reference, 12).check(picture)) {
 *     case PictureVerdict.Fit fit -> inspect(picture);
 *     case PictureVerdict.Refused refused -> System.out.println(refused.reason());
 * }
 * }
 */
@NullMarked
package dev.millwright.vision.quality;

import org.jspecify.annotations.NullMarked;
