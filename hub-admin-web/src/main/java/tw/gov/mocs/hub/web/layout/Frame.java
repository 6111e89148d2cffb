package tw.gov.mocs.hub.web.layout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.content.RelatedLink;
import tw.gov.mocs.hub.web.login.CardHolder;

/**
 * What every page shows around its content.
 *
 * @param path of the page that is shown
 * @param trail the levels of 目前位置 below the item of the menu
 * @param tabs 最新公告 · 服務說明 · 安裝說明 · 常見問題 · 檔案下載
 * @param menu 申請服務 · 進度查詢 · 錯誤回報 and what else the role may do
 * @param admin 資料交換管理: what the ministry's people run the exchange with
 * @param links 相關連結
 * @param holder who is logged in; null for everybody else
 * @param loginBegan when the login began, in milliseconds since 1970; 0 without a login
 * @param secondsLeft until it ends if nothing is asked; 0 without a login
 * @param ends when that is; null without a login
 * @param latest when it ends whatever is asked; null without a login
 * @param last whether nothing that is asked makes it last longer
 * @param inChinese address of this page in Chinese
 * @param inEnglish address of this page in English
 */
public record Frame(
    String path,
    List<Trail> trail,
    List<NavItem> tabs,
    List<NavItem> menu,
    List<NavItem> admin,
    List<RelatedLink> links,
    @Nullable CardHolder holder,
    long loginBegan,
    long secondsLeft,
    @Nullable Instant ends,
    @Nullable Instant latest,
    boolean last,
    String inChinese,
    String inEnglish) {

  /** What whole minutes are left of the login. */
  public long minutesLeft() {
    return secondsLeft / 60;
  }

  /** Whether the menu leads to a page; not for roles that may not open it. */
  public boolean offers(String page) {
    return menu.stream().anyMatch(item -> item.path().equals(page));
  }

  /** The tab or menu item that the page stands under, if it is not that item's own page. */
  public Optional<NavItem> above() {
    return Stream.of(tabs, menu, admin)
        .flatMap(List::stream)
        .filter(NavItem::current)
        .filter(item -> !item.path().equals(path))
        .findFirst();
  }
}
