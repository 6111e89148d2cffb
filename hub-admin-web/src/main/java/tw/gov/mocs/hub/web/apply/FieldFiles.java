package tw.gov.mocs.hub.web.apply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.sheet.FieldSheet;
import tw.gov.mocs.hub.web.sheet.SaveAs;
import tw.gov.mocs.hub.web.sheet.Sheet;
import tw.gov.mocs.hub.web.sheet.SheetFormat;

/** 欄位說明[下載]: the fields of the services on offer as files. */
@Controller
final class FieldFiles {

  private final Catalogue catalogue;
  private final Clock clock;

  FieldFiles(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @GetMapping("/apply/fields/{code}")
  ResponseEntity<byte[]> ofService(
      @PathVariable String code, @RequestParam(defaultValue = "ods") String format)
      throws IOException {
    CatalogueSnapshot current = catalogue.current();
    ExchangeService service =
        current.offer().stream()
            .filter(offered -> offered.value().equals(code))
            .findFirst()
            .flatMap(current::find)
            .orElseThrow(() -> notFound(code));
    Sheet<?> sheet = FieldSheet.of(service, current, RocDate.dayOf(clock.instant()));
    return file(
        service.code() + "_" + service.name() + "_欄位說明", List.of(sheet), SheetFormat.get(format));
  }

  /** All in one file; CSV holds only one table, so there is none. */
  @GetMapping("/apply/fields")
  ResponseEntity<byte[]> ofAll() throws IOException {
    return file(
        "資料交換服務欄位說明",
        FieldSheet.ofOpenServices(catalogue.current(), RocDate.dayOf(clock.instant())),
        SheetFormat.ODS);
  }

  private static ResponseEntity<byte[]> file(
      String name, List<? extends Sheet<?>> sheets, SheetFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(List.copyOf(sheets), out);
    return SaveAs.answer(out.toByteArray(), format.fileName(name), format.mediaType());
  }

  private static HubException notFound(String what) {
    return new HubException(ErrorCode.NOT_FOUND, "no file of " + what, "欄位說明");
  }
}
