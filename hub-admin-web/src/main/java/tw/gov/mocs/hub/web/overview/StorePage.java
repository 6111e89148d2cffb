package tw.gov.mocs.hub.web.overview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.PageOf;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFile.Rows;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 佇列與磁碟 of this node: the list and its file. */
@Controller
final class StorePage {

  private static final String PATH = "/admin/overview/stores";

  private final Stores stores;
  private final ListFiles files;

  StorePage(Stores stores, ListFiles files) {
    this.stores = stores;
    this.files = files;
  }

  @GetMapping(path = PATH, params = "!format")
  String list(HttpServletRequest request, Locale locale, Model model) {
    StoreCriteria criteria = StoreCriteria.of(request);
    List<Store> found = criteria.found(stores.all(locale));
    model.addAttribute("criteria", criteria);
    model.addAttribute("kinds", Store.Kind.values());
    model.addAttribute("states", Store.State.values());
    model.addAttribute("tight", Disk.TIGHT);
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, StoreCriteria.COLUMNS),
            query -> PageOf.list(found, StoreCriteria.order(query.sort()), query)));
    return "overview/stores";
  }

  @GetMapping(path = PATH, params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ListQuery query = ListQuery.of(request, StoreCriteria.COLUMNS);
    ListFile<Store> file = files.begin("overview.stores", request);
    List<Store> found = StoreCriteria.of(request).found(stores.all(file.locale()));
    file.column("overview.store", Store::title)
        .column("overview.store.kind", one -> file.text("overview.store.kind." + one.kind()))
        .column("overview.store.taken", Store::taken)
        .column("overview.store.limit", Store::limit)
        .column("overview.store.left", Store::left)
        .column("overview.store.state", one -> file.text("overview.store.state." + one.state()))
        .send(
            format, Rows.of(PageOf.all(found, StoreCriteria.order(query.sort()), query)), response);
  }
}
