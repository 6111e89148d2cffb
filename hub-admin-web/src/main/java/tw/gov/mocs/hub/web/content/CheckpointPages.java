package tw.gov.mocs.hub.web.content;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tw.gov.mocs.hub.audit.PublishedCheckpoint;
import tw.gov.mocs.hub.audit.PublishedCheckpoints;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** 稽核紀錄檢查點: for everybody to keep. */
@Controller
final class CheckpointPages {

  private final PublishedCheckpoints checkpoints;

  CheckpointPages(PublishedCheckpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  @GetMapping("/checkpoints")
  String list(HttpServletRequest request, Model model) {
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, "-number"),
            query -> checkpoints.search(query.page(), query.size())));
    return "content/checkpoints";
  }

  /** One of them, in the form of the checkpoint file. */
  @GetMapping("/checkpoints/{number:[0-9]{1,18}}")
  ResponseEntity<byte[]> one(@PathVariable long number) {
    return file(
        "checkpoint-" + number,
        checkpoints
            .find(number)
            .map(List::of)
            .orElseThrow(
                () -> new HubException(ErrorCode.NOT_FOUND, "no checkpoint " + number, "檢查點")));
  }

  /** The next ones after a number, as a witness appends them to its own file; none is empty. */
  @GetMapping("/checkpoints/after/{number:[0-9]{1,18}}")
  ResponseEntity<byte[]> after(@PathVariable long number) {
    return file("checkpoints-after-" + number, checkpoints.after(number));
  }

  private static ResponseEntity<byte[]> file(String name, List<PublishedCheckpoint> all) {
    String text = all.stream().map(PublishedCheckpoint::signedForm).collect(Collectors.joining());
    return SaveAs.answer(text.getBytes(US_ASCII), name + ".txt", MediaType.TEXT_PLAIN);
  }
}
