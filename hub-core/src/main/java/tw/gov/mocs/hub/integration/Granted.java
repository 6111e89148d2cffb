package tw.gov.mocs.hub.integration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.Contract.Operation;
import tw.gov.mocs.hub.catalogue.CriterionKind;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.RequiredCriteria;
import tw.gov.mocs.hub.exchange.ExchangeSettings;

/**
 * What an application may call, as its module tells it.
 *
 * @param grant of the application
 * @param catalogue in which its fields are explained
 * @param operations granted and open, with the granted fields
 * @param limits of a call
 */
record Granted(
    Grant grant, CatalogueSnapshot catalogue, List<Operation> operations, ExchangeSettings limits) {

  /** Copies the operations. */
  Granted {
    operations = List.copyOf(operations);
  }

  /** The call that the examples make: an operation, and an element that it is searched by. */
  record Example(Operation operation, Field criterion) {}

  /** One that needs no decryption, searched by a person if one can be; empty if none fits. */
  Optional<Example> example() {
    return operations.stream()
        .filter(operation -> !operation.service().encryptAnswer())
        .flatMap(
            operation ->
                firstCriterion(operation).map(each -> new Example(operation, each)).stream())
        .min(Comparator.comparing(example -> !example.operation().service().isOfPersons()));
  }

  private static Optional<Field> firstCriterion(Operation operation) {
    return fields(operation, operation.searchable())
        .filter(field -> field.criterion() == CriterionKind.EQ)
        .findFirst();
  }

  /** The fields with these element names, in catalogue order. */
  static Stream<Field> fields(Operation operation, Set<String> names) {
    return operation.service().fields().stream().filter(field -> names.contains(field.xmlName()));
  }

  /** Every field that is returned or searched by, in catalogue order. */
  static Stream<Field> fields(Operation operation) {
    return operation.service().fields().stream()
        .filter(
            field ->
                operation.returned().contains(field.xmlName())
                    || operation.searchable().contains(field.xmlName()));
  }

  /** What a call must narrow itself by, of what it may be searched by; null if by nothing. */
  @Nullable RequiredCriteria required(Operation operation) {
    RequiredCriteria all = operation.service().requiredCriteria();
    if (all == null || grant.find(operation.service().code()).orElseThrow().wholeTable()) {
      return null;
    }
    List<String> anyOf = all.anyOf().stream().filter(operation.searchable()::contains).toList();
    boolean ranged = operation.searchable().contains(all.rangeField());
    return new RequiredCriteria(anyOf, ranged ? all.rangeField() : "", all.rangeDays());
  }
}
