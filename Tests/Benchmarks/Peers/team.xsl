<?xml version="1.0" encoding="UTF-8"?>
<!-- A team's matrix as a page: what a handy user would write for xsltproc. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html" encoding="UTF-8"/>
  <xsl:template match="/team">
    <html lang="nl"><head><title>Team</title></head><body><table>
      <tr><th>Taak</th><xsl:for-each select="name"><th><xsl:value-of select="."/></th></xsl:for-each><th>beheerst</th></tr>
      <xsl:for-each select="task">
        <tr><th><xsl:value-of select="@title"/><xsl:text> </xsl:text><xsl:value-of select="@code"/></th>
          <xsl:for-each select="c"><td class="l{@l}"><xsl:choose>
            <xsl:when test="@l = 2">●</xsl:when><xsl:when test="@l = 1">◐</xsl:when><xsl:otherwise>○</xsl:otherwise>
          </xsl:choose></td></xsl:for-each>
          <td><xsl:value-of select="count(c[@l = 2])"/></td></tr>
      </xsl:for-each>
    </table></body></html>
  </xsl:template>
</xsl:stylesheet>
