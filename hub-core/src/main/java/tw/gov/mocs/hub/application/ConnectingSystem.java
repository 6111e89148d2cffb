package tw.gov.mocs.hub.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 介接系統: the agency's system that will call. "" is what was not given.
 *
 * @param name 介接系統名稱
 * @param operatingSystem 作業系統
 * @param language 程式語言
 * @param database 資料庫
 * @param hostName 電腦名稱
 * @param addresses IP位置
 */
public record ConnectingSystem(
    String name,
    String operatingSystem,
    String language,
    String database,
    String hostName,
    List<Cidr> addresses) {

  /** Nothing given yet. */
  public static final ConnectingSystem NONE = new ConnectingSystem("", "", "", "", "", List.of());

  /** Tidies the texts; null becomes "". */
  public ConnectingSystem(
      @Nullable String name,
      @Nullable String operatingSystem,
      @Nullable String language,
      @Nullable String database,
      @Nullable String hostName,
      List<Cidr> addresses) {
    this.name = Texts.tidy(name);
    this.operatingSystem = Texts.tidy(operatingSystem);
    this.language = Texts.tidy(language);
    this.database = Texts.tidy(database);
    this.hostName = Texts.tidy(hostName);
    this.addresses = List.copyOf(addresses);
  }
}
