package tw.gov.mocs.hub.trust;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** The roots and intermediates that were added at run time. */
@Mapper
interface TrustAnchorMapper {

  List<AnchorRow> anchors();

  void insert(
      @Param("thumbprint") String thumbprint,
      @Param("kind") TrustAnchors.Kind kind,
      @Param("certificate") byte[] certificate,
      @Param("at") Instant at,
      @Param("by") String by);

  int delete(@Param("thumbprint") String thumbprint);

  /** One as stored. */
  record AnchorRow(String thumbprint, TrustAnchors.Kind kind, byte[] certificate) {}
}
