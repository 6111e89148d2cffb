package tw.gov.mocs.hub.agency;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Accounts and their certificates in the database; closed accounts are not found. */
@Mapper
interface AccountMapper {

  List<Account> accounts();

  @Nullable Account findByName(@Param("name") String name);

  @Nullable Account findByThumbprint(@Param("thumbprint") String thumbprint);

  int countWithRole(@Param("role") Role role);

  void insert(
      @Param("name") String name,
      @Param("displayName") String displayName,
      @Param("role") Role role,
      @Param("agencyId") @Nullable Long agencyId,
      @Param("at") Instant at);

  int changeRole(@Param("id") long id, @Param("role") Role role);

  int close(@Param("id") long id, @Param("at") Instant at);

  void bind(
      @Param("accountId") long accountId,
      @Param("thumbprint") String thumbprint,
      @Param("certificate") byte[] certificate,
      @Param("at") Instant at);

  int unbind(@Param("accountId") long accountId, @Param("thumbprint") String thumbprint);

  int unbindAll(@Param("accountId") long accountId);

  List<String> thumbprints(@Param("accountId") long accountId);

  /** The certificates of all open accounts, in DER form. */
  List<byte[]> certificates();
}
