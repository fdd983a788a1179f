/// What invented people of an invented company say, in the Dutch of the shop floor. Written as XML: an ampersand as `&amp;`.
enum Words {
  static let profile = "constructie-3"
  static let programme = "Constructiewerker niveau 3"
  /// The school's own scale: onvoldoende, voldoende, goed.
  static let levels = ["O", "V", "G"]

  static let givenNames = [
    "Sanne", "Thijs", "Zoë", "Mehmet", "Chloë", "Ruben", "Fatima", "Daan", "Noor", "Youssef", "Eva", "Milan", "Lotte", "Jesse",
    "Ümit", "Femke", "Sjoerd", "Lisa", "Bram", "Aïsha", "Koen", "Maud", "Tygo", "Rania", "Stef", "Ilse", "Joris", "Anouk",
    "Hatice", "Petra", "Kees", "Ineke", "Willem", "Joyce", "Hugo", "Nikki",
  ]
  static let familyNames = [
    "Verhoeven", "Haddou", "Koopmans", "Willems", "Bakker", "Yıldız", "Postma", "Brouwer", "Janssen", "Hoekstra", "Kramer",
    "Dijkstra", "Özdemir", "Vermeulen", "Schouten", "Bouzid", "Peeters", "Mulder", "Smeets", "Kuipers", "Wolters", "Aydın",
    "Blom", "Terpstra", "Goossens", "Martens", "Hendriks", "Roelofs", "Stam", "Van-Doorn",
  ]

  static let remarks = [
    "Drie keer achter elkaar goed.", "Werkt netjes, nog wel langzaam.", "Eén keer meegelopen, één keer zelf gedaan.",
    "Vraagt op tijd om hulp.", "Maatvoering klopt, afwerking kan beter.", "Zelfstandig gedaan bij een spoedorder.",
    "Vergeet soms het meetrapport.", "Gaat vanzelf, ook bij dun materiaal.", "Met de nieuwe machine nog onzeker.",
    "Heeft het aan een ander uitgelegd.",
  ]
  static let elaborations = [
    "We hebben er rustig over gepraat en zijn het erover eens.", "Dat was in het gesprek hiervoor nog anders.",
    "Volgende keer kijken we of dit zo blijft.", "Dat merkt het hele team op de werkvloer.",
    "De planning van de hal is daar op aangepast.", "Op school komt dit in blok drie ook aan bod.",
  ]
  static let agreements = [
    "Elke vrijdag een uur oefenen op restmateriaal.", "Een vaste tijd op de kantbank regelen.",
    "De lasmap bijwerken en laten zien.", "Foutenkaart ophangen bij de werkplek.", "Meelopen met de dienst van onderhoud.",
    "Een stuklijst zelf maken en laten nakijken.", "De veiligheidsinstructie in eigen woorden opschrijven.",
  ]

  static let topics: [(code: String, contributor: String?, openings: [String])] = [
    (
      "terugblik", nil,
      ["De afspraken van vorige keer zijn nagelopen.", "Twee van de drie afspraken zijn gelukt.", "De lasmap is bijgewerkt."]
    ),
    (
      "voortgang", "werkplekbegeleider",
      ["Het tempo ligt hoger dan drie maanden geleden.", "Nieuwe taken worden snel opgepakt.", "Nauwkeurigheid blijft een punt."]
    ),
    (
      "knelpunten", "student",
      ["Wachten op de kantbank kost veel tijd.", "Er zijn weinig hele orders.", "De uitleg op school &amp; hier verschilt."]
    ),
    (
      "feedback", "werkplekbegeleider",
      ["Je legt goed uit wat je doet.", "Je ruimt op zonder dat iemand het vraagt.", "Zeg het eerder als iets niet lukt."]
    ),
    (
      "ambities", "student",
      ["Wil door naar niveau 4.", "Wil een keer in de andere hal werken.", "Wil leren programmeren op de CNC-bank."]
    ),
  ]

  static let tasks: [(prefix: String, name: String, titles: [String])] = [
    (
      "BAS", "Basis",
      [
        "Werktekening lezen", "Meten met schuifmaat", "Meten met micrometer", "Veilig werken met PBM", "Materiaal herkennen",
        "Werkplek opruimen (5S)",
      ]
    ),
    (
      "PLA", "Plaatwerk",
      ["Knippen op de guillotineschaar", "Kanten op de kantbank", "Walsen", "Ponsen", "Uitslag maken", "Zetmaten berekenen"]
    ),
    (
      "LAS", "Lassen",
      ["Hechten", "MIG/MAG hoeknaad", "MIG/MAG stompe naad", "TIG RVS hoeknaad", "Lasnaad controleren", "Lasapparaat instellen"]
    ),
    (
      "VER", "Verspanen",
      ["Boren en tappen", "Zagen op maat", "Draaien conventioneel", "Frezen conventioneel", "Slijpen", "CNC-programma inlezen"]
    ),
    (
      "SAM", "Samenbouw",
      ["Onderdelen klaarleggen", "Frame stellen", "Bouten op moment", "Passen en uitlijnen", "Klinken", "Eindcontrole"]
    ),
    (
      "ONH", "Onderhoud",
      ["Dagelijks onderhoud", "Smeerplan uitvoeren", "Lagers vervangen", "Beveiliging testen", "Storing melden", "Vrijschakelen"]
    ),
    (
      "AFW", "Afwerking",
      ["Ontbramen", "Beitsen en passiveren", "Stralen", "Primer aanbrengen", "Poedercoaten", "Oppervlakte keuren"]
    ),
    (
      "TRA", "Transport",
      [
        "Lading aanslaan", "Werken met bovenloopkraan", "Pallets stapelen", "Heftruck begeleiden", "Verpakken",
        "Vrachtbrief invullen",
      ]
    ),
    (
      "KWA", "Kwaliteit",
      [
        "Meetrapport invullen", "Afwijking melden", "Eerste stuk keuren", "Meetmiddel controleren", "Vijf keer waarom",
        "Borging bijhouden",
      ]
    ),
    (
      "PLN", "Planning",
      [
        "Werkorder lezen", "Uren schrijven", "Materiaal bestellen", "Dienst overdragen", "Dagstart leiden",
        "Orderstand bijwerken",
      ]
    ),
  ]
}
