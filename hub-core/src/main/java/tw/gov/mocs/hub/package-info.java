/** 人事雲端服務平台: the Personnel Data Exchange Hub. */
@NullMarked
package tw.gov.mocs.hub;

import org.jspecify.annotations.NullMarked;
