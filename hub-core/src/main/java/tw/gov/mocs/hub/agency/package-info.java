/** 機關: agencies, their registered certificates, accounts and roles. */
@NullMarked
package tw.gov.mocs.hub.agency;

import org.jspecify.annotations.NullMarked;
