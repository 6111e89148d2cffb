package tw.gov.mocs.hub.app;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The pages that the portal has: what its controllers answer to a GET with a template. */
final class PortalPages {

  private PortalPages() {}

  /** Those of them that none of the paths leads to. */
  static List<String> without(List<String> paths) {
    return patterns()
        .filter(
            pattern ->
                paths.stream().map(PathContainer::parsePath).noneMatch(one -> pattern.matches(one)))
        .map(PathPattern::getPatternString)
        .toList();
  }

  private static Stream<PathPattern> patterns() {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    return scan.findCandidateComponents("tw.gov.mocs.hub.web").stream()
        .map(BeanDefinition::getBeanClassName)
        .map(name -> ClassUtils.resolveClassName(name, PortalPages.class.getClassLoader()))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        // The name of a template; files are written or answered as entities.
        .filter(method -> method.getReturnType() == String.class)
        .flatMap(PortalPages::paths)
        .map(PathPatternParser.defaultInstance::parse);
  }

  private static Stream<String> paths(Method method) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
    return mapping != null && List.of(mapping.method()).contains(RequestMethod.GET)
        ? Arrays.stream(mapping.path())
        : Stream.empty();
  }
}
