package tw.gov.mocs.hub.web.grant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.GrantControl;
import tw.gov.mocs.hub.application.GrantLine;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 授權管理 as a file: everything that its criteria let through, in its order. */
@Controller
final class GrantExport {

  private static final int AT_ONCE = 500;

  private final GrantControl grants;
  private final ListFiles files;

  GrantExport(GrantControl grants, ListFiles files) {
    this.grants = grants;
    this.files = files;
  }

  @GetMapping(path = "/admin/grants", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    GrantCriteria criteria = GrantCriteria.of(request);
    ListQuery asked = ListQuery.of(request, GrantCriteria.COLUMNS);
    ListFile<GrantLine> file = files.begin("admin.grants", request);
    file.column("grant.number", GrantLine::applicationNo)
        .column("grant.agency.code", GrantLine::agencyCode)
        .column("grant.agency", GrantLine::agencyName)
        .column("grant.state", line -> file.text("grant.state." + line.status()))
        .column("grant.from", GrantLine::periodFrom)
        .column("grant.to", GrantLine::periodTo)
        .column("grant.certified", GrantLine::certifiedOn)
        .column("grant.certifyBy", line -> line.open() ? line.certifyBy() : null)
        .send(
            format,
            (page, begun) ->
                grants
                    .search(
                        criteria.search(
                            new ListQuery(page, AT_ONCE, asked.sort(), asked.descending())))
                    .items(),
            response);
  }
}
