package dev.millwright.app.cli;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** What to say to a person about trouble with files and networks: the JDK often names a file and nothing else. */
final class Excuse {

    private Excuse() {}

    /** Words with a cure: those of whoever refused, if they hold one, before those of the system. */
    static String words(Throwable mistake) {
        String own = String.valueOf(mistake.getMessage());
        if (own.contains("\n")) {
            return own;
        }
        for (Throwable cause = mistake; cause != null; cause = cause.getCause()) {
            String words = ofTheSystem(cause);
            if (words != null) {
                return words;
            }
        }
        return own;
    }

    private static @Nullable String ofTheSystem(Throwable cause) {
        return switch (cause) {
            case NoSuchFileException e -> "There is no file %s.\nCheck its name.".formatted(e.getFile());
            case AccessDeniedException e -> "%s may not be opened.\nCheck its permissions.".formatted(e.getFile());
            case FileAlreadyExistsException e ->
                "%s is a file where a folder is needed.\nName another place, or move the file away."
                        .formatted(e.getFile());
            case NotDirectoryException e -> "%s is no folder.\nName a folder.".formatted(e.getFile());
            case FileSystemException e
            when e.getReason() != null ->
                "%s cannot be used: %s.\nName another place, or make room there.".formatted(e.getFile(), e.getReason());
            case UnknownHostException e ->
                "The address %s is not known.\nName a host or an IP address of this machine."
                        .formatted(String.valueOf(e.getMessage()).replaceFirst(": .*", ""));
            case CharacterCodingException _ -> "The file holds no UTF-8 text.\nIs it the right file?";
            case IOException e
            when "Is a directory".equals(e.getMessage()) ->
                "A folder was named where a file is needed.\nName a file in it.";
            default -> null;
        };
    }
}
