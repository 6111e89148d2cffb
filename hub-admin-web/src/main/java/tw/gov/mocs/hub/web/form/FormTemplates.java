package tw.gov.mocs.hub.web.form;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The parts of a document that are written as templates. */
final class FormTemplates {

  private static final SpringTemplateEngine ENGINE = engine();

  private FormTemplates() {}

  /**
   * A filled template.
   *
   * @param name its path beside this package
   * @param more what else it shows, as {@code more}
   */
  static String fill(String name, PrintedForm form, Object more) {
    Map<String, Object> shown =
        Map.of(
            "form", form,
            "issuer", PrintedForm.ISSUER,
            "number", PrintedForm.NUMBER,
            "seal", PrintedForm.SEAL,
            "desk", PrintedForm.DESK,
            "consent", PrintedForm.CONSENT,
            "remarks", PrintedForm.REMARKS,
            "remarkLines", PrintedForm.REMARK_LINES,
            "more", more);
    return ENGINE.process(name, new Context(Locale.TRADITIONAL_CHINESE, shown));
  }

  private static SpringTemplateEngine engine() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("tw/gov/mocs/hub/web/form/");
    resolver.setTemplateMode(TemplateMode.XML);
    resolver.setCharacterEncoding("UTF-8");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
