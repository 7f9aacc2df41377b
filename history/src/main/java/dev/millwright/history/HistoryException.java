package dev.millwright.history;

/** The database behind history failed; nothing of the failed call was kept. */
public final class HistoryException extends RuntimeException {

    HistoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
