package dev.parley.api.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.parley.kernel.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key of the embedded profile's issuer: a file that its owner alone may read, so that tokens outlive a restart. */
final class DevKey {
    private static final String NAME = "dev-issuer.key";

    private DevKey() {}

    /** @throws CannotStart if the file cannot be read or made, or holds no key */
    static ECKey readOrCreate(Path directory) {
        Path file = directory.resolve(NAME).toAbsolutePath().normalize();
        try {
            return Files.exists(file) ? ECKey.parse(Files.readString(file)) : create(file);
        } catch (IOException | ParseException | JOSEException e) {
            throw new CannotStart(
                    "The key of the embedded token issuer in " + file
                            + " cannot be read or made: remove it to get a new one.",
                    e);
        }
    }

    private static ECKey create(Path file) throws IOException, JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        Files.createDirectories(file.getParent());
        Files.writeString(Files.createFile(file, ownerOnly(file)), key.toJSONString());
        return key;
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
