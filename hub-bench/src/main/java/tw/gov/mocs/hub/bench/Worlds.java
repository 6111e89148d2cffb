package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The hubs of this run with their databases, each made when it is first asked for. */
final class Worlds implements AutoCloseable {

  private final Path folder;
  private final int persons;
  private @Nullable HubWorld h2;
  private @Nullable HubWorld postgresql;
  private @Nullable PostgresServer server;

  Worlds(Path folder, int persons) {
    this.folder = folder;
    this.persons = persons;
  }

  /** With the embedded database; nothing else may have it open. */
  HubWorld h2() throws IOException, SQLException {
    HubWorld made = h2;
    if (made == null) {
      made = embedded("h2");
      h2 = made;
    }
    return made;
  }

  /** One more of the same kind, for one contender. */
  HubWorld edge() throws IOException, SQLException {
    return embedded("edge");
  }

  private HubWorld embedded(String name) throws IOException, SQLException {
    Path home = Files.createDirectory(folder.resolve(name));
    // As with PostgreSQL, the records stand in the hub's own database.
    String records =
        "hub.source.url=jdbc:h2:file:%s%nhub.source.user=hub%nhub.source.schema=PERSONNEL%n"
            .formatted(home.resolve("hub"));
    return HubWorld.make(home, persons, records);
  }

  /** With {@link #server}. */
  HubWorld postgresql() throws IOException, SQLException {
    HubWorld made = postgresql;
    if (made == null) {
      Path home = Files.createDirectory(folder.resolve("postgresql"));
      made = HubWorld.make(home, persons, server().settings());
      server().analyze();
      postgresql = made;
    }
    return made;
  }

  PostgresServer server() throws IOException, SQLException {
    PostgresServer started = server;
    if (started == null) {
      started = new PostgresServer(folder);
      server = started;
    }
    return started;
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
