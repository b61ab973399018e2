namespace FamilyReunite.Clues.Places.Villages;

/// <summary>A name inside the text of all names.</summary>
/// <param name="Core">Characters of the part that carries the name, level word left off.</param>
/// <param name="Soft">Position of the last syllable that speakers drop or add freely (儿 子 家 头, 庄 屯 …); 0 when there is none.</param>
/// <param name="Number">Last three digits of a village's code.</param>
internal readonly record struct FlatName(int Start, byte Length, byte Core, byte Soft, short Number);

/// <summary>A town of today with the range of its villages.</summary>
/// <param name="County">Position in <see cref="VillageTable.Counties"/>.</param>
internal readonly record struct Town(string Code, FlatName Name, int County, int FirstVillage, int EndVillage);

/// <summary>A county code of the table with the range of its towns; where no county stands between (东莞, 中山), the code of that level.</summary>
internal readonly record struct TownsOfCounty(string Code, int FirstTown, int EndTown);
