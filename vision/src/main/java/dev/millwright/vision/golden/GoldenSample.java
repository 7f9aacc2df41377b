package dev.millwright.vision.golden;

import dev.millwright.vision.Inspection.Verdict;
import java.nio.file.Path;

/** A stored picture, the template it is held against, and what the inspector has to say of it. */
public record GoldenSample(String name, Path image, Path template, Verdict expected) {}
