package tw.gov.mocs.hub.audit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import tw.gov.mocs.hub.shared.Checked;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * A secret key of the log in a file of its own.
 *
 * @param id written into everything that the key makes; never used again for another key
 * @param file 64 hexadecimal digits, readable by its owner alone
 */
public record KeyFile(
    @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,20}") String id,
    @NotNull @Checked(by = KeyFiles.OfSecretKey.class) Path file) {}
