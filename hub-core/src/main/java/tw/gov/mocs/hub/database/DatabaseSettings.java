package tw.gov.mocs.hub.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.shared.Checked;

/**
 * The hub's own database.
 *
 * @param url JDBC address of Oracle, PostgreSQL or the embedded H2 ({@code jdbc:h2:file:…})
 * @param user who logs in; on H2 an administrator, because {@code CHECKPOINT SYNC} needs one
 * @param password the password; never shown
 * @param poolSize connections of this node
 * @param sandbox whether it is a sandbox's; {@code serve --sandbox} says so, nobody else
 */
@ConfigurationProperties("hub.database")
public record DatabaseSettings(
    @NotBlank @Checked(by = Dialect.Known.class) String url,
    @DefaultValue("hub") String user,
    @DefaultValue("") String password,
    @DefaultValue("16") @Min(4) @Max(200) int poolSize,
    @DefaultValue("false") boolean sandbox) {

  @Override
  public String toString() {
    return "DatabaseSettings[url=%s, user=%s, poolSize=%d]".formatted(url, user, poolSize);
  }
}
