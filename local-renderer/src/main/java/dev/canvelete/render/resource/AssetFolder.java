package dev.canvelete.render.resource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The one folder whose files a design may name, by paths relative to it with {@code /} between the parts. Links are
 * followed as long as they stay inside. Whoever may change the folder while it is read is trusted. Thread-safe.
 */
final class AssetFolder {
    private final @Nullable Path folder;
    private final int mostBytes;

    AssetFolder(@Nullable Path folder, int mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    byte[] read(String path) throws ResourceException {
        Path file = find(path);
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new ResourceException("the file is larger than " + mostBytes + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new ResourceException("the file cannot be read", e);
        }
    }

    private Path find(String path) throws ResourceException {
        if (folder == null) {
            throw new ResourceException(
                    "there is no asset folder to read files from; an http(s) or data: URL is right, or a configured folder");
        }
        if (path.startsWith("/")
                || path.contains("\\")
                || path.chars().anyMatch(Character::isISOControl)
                || Arrays.asList(path.split("/", -1)).contains("..")) {
            throw new ResourceException(
                    "a path below the asset folder is right, with no '..', backslash or leading '/'");
        }
        try {
            Path root = folder.toRealPath();
            Path file = root.resolve(path).toRealPath();
            if (!file.startsWith(root)) {
                throw new ResourceException("the path leads out of the asset folder");
            }
            if (!Files.isRegularFile(file)) {
                throw new ResourceException("there is no such file in the asset folder");
            }
            return file;
        } catch (NoSuchFileException e) {
            throw new ResourceException("there is no such file in the asset folder", e);
        } catch (IOException | InvalidPathException e) {
            throw new ResourceException("no file of the asset folder can be read by that path", e);
        }
    }
}
