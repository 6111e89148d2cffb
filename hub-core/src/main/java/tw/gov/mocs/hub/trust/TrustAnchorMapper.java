package tw.gov.mocs.hub.trust;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The roots and intermediates that were added at run time, and what is proposed of them. */
@Mapper
interface TrustAnchorMapper {

  List<AnchorRow> anchors();

  void insert(
      @Param("thumbprint") String thumbprint,
      @Param("kind") Anchor.Kind kind,
      @Param("certificate") byte[] certificate,
      @Param("crl") @Nullable String crl,
      @Param("ocsp") @Nullable String ocsp,
      @Param("at") Instant at,
      @Param("by") String by);

  int delete(@Param("thumbprint") String thumbprint);

  void propose(@Param("row") NewProposal row);

  /** The oldest first. */
  List<ProposalRow> openProposals();

  @Nullable ProposalRow findProposal(@Param("id") long id);

  @Nullable ProposalRow findOpen(@Param("thumbprint") String thumbprint);

  /** Only one that is open; else 0. */
  int decide(
      @Param("id") long id,
      @Param("status") AnchorProposal.Status status,
      @Param("by") String by,
      @Param("at") Instant at,
      @Param("reason") @Nullable String reason);

  /** One as stored. */
  record AnchorRow(
      Anchor.Kind kind,
      byte[] certificate,
      @Nullable String crl,
      @Nullable String ocsp,
      Instant addedAt,
      String addedBy) {

    Anchor anchor() {
      return new Anchor(
          Certificates.parse(certificate),
          kind,
          sources(crl, ocsp),
          new Anchor.Added(addedAt, addedBy));
    }
  }

  /** A proposal to be stored. */
  record NewProposal(
      AnchorProposal.Kind kind,
      String thumbprint,
      byte[] certificate,
      @Nullable String crl,
      @Nullable String ocsp,
      String reason,
      Instant at,
      String by,
      @Nullable String byThumbprint) {}

  /** A proposal as stored. */
  record ProposalRow(
      long id,
      AnchorProposal.Kind kind,
      byte[] certificate,
      @Nullable String crl,
      @Nullable String ocsp,
      String reason,
      AnchorProposal.Status status,
      Instant proposedAt,
      String proposedBy,
      @Nullable String proposerPrint) {

    AnchorProposal toProposal() {
      return new AnchorProposal(
          id,
          kind,
          Certificates.parse(certificate),
          sources(crl, ocsp),
          reason,
          status,
          proposedAt,
          proposedBy,
          proposerPrint);
    }
  }

  private static Anchor.Sources sources(@Nullable String crl, @Nullable String ocsp) {
    return new Anchor.Sources(
        crl == null ? null : URI.create(crl), ocsp == null ? null : URI.create(ocsp));
  }
}
