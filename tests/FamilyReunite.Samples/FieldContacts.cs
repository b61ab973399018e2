using System.Globalization;
using System.Text.Json.Nodes;
using FamilyReunite.Domain.People;

namespace FamilyReunite.Samples;

/// <summary>People met on the street who do not want to come in, with one to four visits each.</summary>
internal static class FieldContacts
{
    private static readonly string[] Places = ["和平桥下", "火车站南广场", "人民公园长椅", "东门菜市场门口", "滨河路立交桥下", "汽车站候车室", "老城墙根", "银行自助厅旁"];
    private static readonly string[] States = ["精神尚好，不愿进站", "咳嗽，衣着单薄", "情绪平稳，愿意说话", "不说话，摆手拒绝", "脚有冻伤，劝说未果", "醉酒，改日再访"];
    private static readonly string[] Supplies = ["棉被1 水2", "水1 面包2", "棉衣1 热饭1", "矿泉水2 饼干1", "雨衣1 水1", "感冒药1 热饭1"];
    private static readonly string[] Looks = ["右眉尾黑痣", "左手缺一节食指", "驼背", "头发花白", "走路跛", "缺门牙", "额头有疤"];
    private static readonly string[] CallNames = ["桥下大叔", "红帽阿姨", "编织袋老伯", "广场大姐", "长椅大爷", "蓝衣小哥"];

    public static IEnumerable<JsonObject> Make(int count)
    {
        var random = new Random(77);
        for (var i = 0; i < count; i++)
        {
            var place = random.Next(Places.Length);
            var at = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8)).AddDays(random.Next(100)).AddMinutes(random.Next(600));
            var visits = new JsonArray();
            for (var v = random.Next(1, 5); v > 0; v--)
            {
                var next = v > 1 || random.Next(3) > 0 ? DateOnly.FromDateTime(at.DateTime).AddDays(random.Next(3, 15)) : (DateOnly?)null;
                visits.Add(Visit(random, place, at, next));
                if (next is { } day) at = new DateTimeOffset(day.ToDateTime(new TimeOnly(random.Next(8, 20), random.Next(60))), TimeSpan.FromHours(8));
            }
            yield return new JsonObject
            {
                ["source_id"] = string.Create(CultureInfo.InvariantCulture, $"F-{i + 1:0000}"),
                ["call_name"] = CallNames[random.Next(CallNames.Length)], ["sex"] = random.Next(4) == 0 ? "女" : "男", ["age"] = random.Next(35, 75), ["age_approx"] = true,
                ["marks"] = new JsonArray(Looks[random.Next(Looks.Length)]),
                ["organisation"] = SampleOrganisations.For(OrganisationKind.Station, ((string[])["44", "33", "61"])[i % 3]).ToString(),
                ["visits"] = visits,
            };
        }
    }

    private static JsonObject Visit(Random random, int place, DateTimeOffset at, DateOnly? next) => new()
    {
        ["at"] = at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), ["place"] = Places[place],
        ["latitude"] = Math.Round(23.1 + place * .01 + random.NextDouble() * .001, 5), ["longitude"] = Math.Round(113.2 + place * .01 + random.NextDouble() * .001, 5),
        ["state"] = States[random.Next(States.Length)], ["supplies"] = Supplies[random.Next(Supplies.Length)], ["wants_to_come"] = random.Next(8) == 0,
        ["next_visit"] = next?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
