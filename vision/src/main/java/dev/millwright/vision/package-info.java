/**
 * Images, differences, findings and the board generator.
 *
 * {@snippet :
 * var reader = FrameReader.standard();
 * var inspector = new Inspector(InspectorSettings.standard(), InstantSource.system());
 * var inspection = inspector.inspect(reader.read(imageFile), reader.read(templateFile));
 * inspection.findings().forEach(finding -> System.out.println(finding.reason()));
 * }
 */
@NullMarked
package dev.millwright.vision;

import org.jspecify.annotations.NullMarked;
