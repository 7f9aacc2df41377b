package dev.millwright.plant;

/** What an inspection decided about a part. */
public enum Verdict {
    PASS,
    FAIL
}
