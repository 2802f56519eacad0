import Diplomacy

/// States and bodies by name: the ISO short names and the names event data sets use.
enum ActorNames {
  /// The name without case, blanks at its ends, or a leading article.
  static func plain(_ name: some StringProtocol) -> String {
    let text = name.trimmed.lowercased()
    return text.hasPrefix("the ") ? String(text.dropFirst(4)) : text
  }

  static let table: [String: ActorCode] = {
    var table: [String: ActorCode] = [:]
    for (code, name) in CountryCodes.names { table[plain(name)] = ActorCode(rawValue: code) }
    for line in aliases.split(separator: "\n") {
      let parts = line.split(separator: "|")
      guard let code = parts.first else { continue }
      for name in parts.dropFirst() { table[plain(name)] = ActorCode(code) }
    }
    return table
  }()

  private static let aliases = """
    USA|United States|United States of America|US|U.S.|White House
    GBR|United Kingdom|Britain|Great Britain|UK|England|Scotland|Wales|Northern Ireland
    RUS|Russia|Russian Federation|Kremlin
    CHN|China|People's Republic of China
    HKG|Hong Kong
    MAC|Macao|Macau
    TWN|Taiwan
    KOR|South Korea|Korea, South|Republic of Korea|Korea (South)
    PRK|North Korea|Korea, North|Democratic People's Republic of Korea|Korea (North)
    IRN|Iran|Islamic Republic of Iran
    SYR|Syria
    TUR|Turkey|Türkiye|Turkiye
    PSE|Palestinian Territory, Occupied|Palestinian Territories|Palestine|Occupied Palestinian Territory|Palestinian Territory|Palestinian Authority|Palestinian National Authority|West Bank|Gaza Strip|Gaza
    VNM|Vietnam|Viet Nam|North Vietnam
    LAO|Laos
    MMR|Myanmar|Burma|Myanmar (Burma)
    BRN|Brunei
    BOL|Bolivia
    VEN|Venezuela
    MDA|Moldova
    MKD|Macedonia|North Macedonia|Macedonia, FYR|Former Yugoslav Republic of Macedonia
    XKX|Kosovo
    BIH|Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnia
    CZE|Czech Republic|Czechia
    SVK|Slovakia|Slovak Republic
    TZA|Tanzania
    COD|Zaire|Democratic Republic of Congo|DR Congo|DR Congo (Zaire)|Democratic Republic of the Congo|Congo, Democratic Republic of
    COG|Congo|Republic of Congo|Republic of the Congo
    CIV|Cote d'Ivoire|Côte d'Ivoire|Ivory Coast
    CPV|Cape Verde|Cabo Verde
    SWZ|Kingdom of eSwatini|Swaziland|Eswatini|eSwatini
    STP|Sao Tome and Principe
    TLS|Timor-Leste|East Timor
    VAT|Holy See Vatican City State|Holy See|Vatican|Vatican City
    FSM|Micronesia
    GMB|Gambia
    BHS|Bahamas
    FLK|Falkland Islands Malvinas|Falkland Islands
    VIR|Virgin Islands, U.S.
    CUW|Curacao
    PCN|Pitcairn
    SHN|Saint Helena
    ARE|United Arab Emirates|UAE
    NLD|Netherlands|Holland
    DOM|Dominican Republic
    CAF|Central African Republic
    YEM|Yemen|Yemen (North Yemen)|North Yemen|Yemen Arab Republic
    YMD|South Yemen|People's Democratic Republic of Yemen
    SUN|Soviet Union|USSR|U.S.S.R.|Union of Soviet Socialist Republics
    YUG|Yugoslavia|Federal Republic of Yugoslavia
    SCG|Serbia and Montenegro
    DDR|East Germany|German Democratic Republic|GDR
    DEU|Germany|West Germany|Federal Republic of Germany
    CSK|Czechoslovakia
    ROU|Romania|Rumania
    MDG|Madagascar|Malagasy Republic
    DJI|Djibouti|French Afar and Issas
    BEN|Benin|Dahomey
    BFA|Burkina Faso|Upper Volta
    KGZ|Kyrgyzstan|Kyrgyz Republic
    BLR|Belarus
    SRB|Serbia|Serbia (Yugoslavia)
    KHM|Kampuchea|Cambodia|Cambodia (Kampuchea)
    ZWE|Rhodesia|Zimbabwe|Zimbabwe (Rhodesia)
    LKA|Sri Lanka|Ceylon
    ISR|Israel|Israeli Defense Forces
    IGO:EU|European Union|EU|European Commission|Council of the European Union|European Council
    IGO:UN|United Nations|UN|UN Security Council|UN General Assembly
    IGO:NATO|North Atlantic Treaty Organization|NATO
    IGO:AU|African Union
    IGO:LAS|Arab League|League of Arab States
    IGO:ASEAN|Association of Southeast Asian Nations|Association of Southeast Asian Nations (ASEAN)
    IGO:OSCE|Organization for Security and Cooperation in Europe
    IGO:IAEA|International Atomic Energy Agency
    IGO:OPEC|Organization of Petroleum Exporting Countries
    IGO:OAS|Organization of American States
    IGO:GCC|Gulf Cooperation Council
    IGO:COE|Council of Europe
    IGO:CIS|Commonwealth of Independent States
    IGO:IMF|International Monetary Fund
    IGO:ICC|International Criminal Court
    IGO:WB|World Bank
    IGO:WTO|World Trade Organization
    NGO:AI|Amnesty International
    NGO:HRW|Human Rights Watch
    NGO:ICRC|International Committee of the Red Cross
    """
}
