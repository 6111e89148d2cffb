package tw.gov.mocs.hub.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.shared.Checked;

/**
 * The database that holds the personnel records. The hub only reads it.
 *
 * @param url JDBC address
 * @param user an account that may only SELECT
 * @param password the password; never shown
 * @param schema where the tables of the catalogue stand
 * @param poolSize connections of this node
 * @param fetchSize rows fetched at a time
 * @param queryTimeoutSeconds after which a query is given up
 */
@ConfigurationProperties("hub.source")
public record SourceSettings(
    @NotBlank @Checked(by = Dialect.Known.class) String url,
    @DefaultValue("hub") String user,
    @DefaultValue("") String password,
    @DefaultValue("PERSONNEL") @NotBlank String schema,
    @DefaultValue("16") @Min(2) @Max(200) int poolSize,
    @DefaultValue("1000") @Min(10) @Max(10000) int fetchSize,
    @DefaultValue("30") @Min(1) @Max(600) int queryTimeoutSeconds) {

  @Override
  public String toString() {
    return "SourceSettings[url=%s, user=%s, schema=%s]".formatted(url, user, schema);
  }
}
